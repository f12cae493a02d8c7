// A report written as a file, by the end of its name: a page, its tables or its results as core writes them,
// or paper.
#pragma once

#include "core/report/desk/desk_report.h"
#include "core/workflow/write_file.h"

#include <QString>
#include <QStringList>

namespace rotascope {

/// Whole or not at all. Refuses a name that ends in none of the kinds ("bad_ending") and what checkMayWrite()
/// and writeWhole() refuse. GUI thread alone: paper is drawn by charts.
Result<void> writeReport(const DeskReport& report, const QString& path, Existing existing);

/// What a file dialog offers, the page first: "Page that verifies itself (*.html)".
QStringList reportFileKinds();

} // namespace rotascope
