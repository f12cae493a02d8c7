// app/gui: the window's composition root: it alone knows core, db and ui together.
// The command line of the window; a new option is one row of kOptions in options.cpp.
#pragma once

#include "core/base/date.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace rotascope {

struct WindowOptions {
    QString desk; ///< empty: the per-user desk
    QStringList imports;
    std::optional<Date> asOf;
    QString page;
    QString section; ///< of the page; empty: as it was left
    QSize size;      ///< null: as it was left
    QString theme;
    QString screenshot; ///< empty: a window that stays
    QString report;     ///< a file to write instead of opening a window
    QString log;        ///< empty: the usual file; "none": nowhere
    bool showVersion = false;
    bool showHelp = false;
    bool showMan = false;
};

/// What the arguments (without the program's name) ask for, or in `problem` a sentence about what is wrong
/// with them.
struct ParsedOptions {
    WindowOptions options;
    QString problem;
};

ParsedOptions parseOptions(const QStringList& arguments);
QString helpText();
/// The same as a page for man(1), in roff.
QString manPage(const QString& version);

} // namespace rotascope
