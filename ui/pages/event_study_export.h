// The tables of an event study as CSV files.
#pragma once

#include "ui/session/event_board.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string>

class QWidget;

namespace rotascope {

/// What there is to write; robustness may still be on its way.
struct EventTables {
    std::shared_ptr<const EventBoard> board;
    std::shared_ptr<const Result<EventRobustness>> robustness;
    bool revealed = false;
};

/// ★ A table that can be exported.
struct EventTableExport {
    const char* label;                                            ///< translated where shown
    const char* fileName;                                         ///< proposed
    std::optional<std::string> (*csv)(const EventTables& tables); ///< nullopt: not there yet
};

std::span<const EventTableExport> eventTableExports();

/// Asks where, and writes. Returns a sentence when it could not be written; empty otherwise.
QString saveEventTable(QWidget* parent, const EventTableExport& table, const EventTables& tables);

} // namespace rotascope
