#include "ui/main_window/commands.h"

#include "ui/main_window/main_window.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace rotascope {

namespace {

constexpr int kWeek = 5;

void toggleLogarithmic(Session& session) {
    const bool logarithmic = session.state().scale == ScaleMode::Logarithmic;
    session.setScale(logarithmic ? ScaleMode::Indexed : ScaleMode::Logarithmic);
}

void toggleCalendarAxis(Session& session) {
    session.setCalendarAxis(!session.state().calendarAxis);
}

constexpr std::array<CommandInfo, 28> kCommands{{
    {"palette", QT_TRANSLATE_NOOP("Commands", "Find"), QT_TRANSLATE_NOOP("Commands", "Command palette"),
     "Ctrl+K", [](MainWindow& window) { window.showPalette(); }},
    {"open", QT_TRANSLATE_NOOP("Commands", "Desk"), QT_TRANSLATE_NOOP("Commands", "Open desk…"), "Ctrl+O",
     [](MainWindow& window) { window.chooseDesk(); }},
    {"new", QT_TRANSLATE_NOOP("Commands", "Desk"), QT_TRANSLATE_NOOP("Commands", "New desk…"), "Ctrl+N",
     [](MainWindow& window) { window.chooseNewDesk(); }},
    {"import", QT_TRANSLATE_NOOP("Commands", "Desk"), QT_TRANSLATE_NOOP("Commands", "Import CSV…"), "Ctrl+I",
     [](MainWindow& window) { window.chooseImport(); }},
    {"paste", QT_TRANSLATE_NOOP("Commands", "Desk"),
     QT_TRANSLATE_NOOP("Commands", "Paste a table from the clipboard"), "Ctrl+Shift+V",
     [](MainWindow& window) { window.pasteTable(); }},
    {"report", QT_TRANSLATE_NOOP("Commands", "Desk"), QT_TRANSLATE_NOOP("Commands", "Write a report…"),
     "Ctrl+R", [](MainWindow& window) { window.chooseReport(); }},
    {"where", QT_TRANSLATE_NOOP("Commands", "Desk"),
     QT_TRANSLATE_NOOP("Commands", "Where from? The figure at the cursor…"), "Ctrl+Shift+W",
     [](MainWindow& window) { window.askWhereFrom(); }},
    {"watch", QT_TRANSLATE_NOOP("Commands", "Desk"),
     QT_TRANSLATE_NOOP("Commands", "Watch a folder for new files…"), "",
     [](MainWindow& window) { window.chooseWatchFolder(); }},
    {"reload", QT_TRANSLATE_NOOP("Commands", "Desk"), QT_TRANSLATE_NOOP("Commands", "Read the desk again"),
     "F5", [](MainWindow& window) { window.session().reload(); }},
    {"back", QT_TRANSLATE_NOOP("Commands", "As-of"), QT_TRANSLATE_NOOP("Commands", "One session back"), "[",
     [](MainWindow& window) { window.session().stepAsOf(-1); }},
    {"forward", QT_TRANSLATE_NOOP("Commands", "As-of"), QT_TRANSLATE_NOOP("Commands", "One session forward"),
     "]", [](MainWindow& window) { window.session().stepAsOf(1); }},
    {"week-back", QT_TRANSLATE_NOOP("Commands", "As-of"), QT_TRANSLATE_NOOP("Commands", "One week back"),
     "Shift+[", [](MainWindow& window) { window.session().stepAsOf(-kWeek); }},
    {"week-forward", QT_TRANSLATE_NOOP("Commands", "As-of"),
     QT_TRANSLATE_NOOP("Commands", "One week forward"), "Shift+]",
     [](MainWindow& window) { window.session().stepAsOf(kWeek); }},
    {"date", QT_TRANSLATE_NOOP("Commands", "As-of"), QT_TRANSLATE_NOOP("Commands", "Type a date"), "Ctrl+D",
     [](MainWindow& window) { window.focusDate(); }},
    {"latest", QT_TRANSLATE_NOOP("Commands", "As-of"), QT_TRANSLATE_NOOP("Commands", "Latest"), "Ctrl+L",
     [](MainWindow& window) { window.session().setAsOf(std::nullopt); }},
    {"log", QT_TRANSLATE_NOOP("Commands", "Chart"),
     QT_TRANSLATE_NOOP("Commands", "Logarithmic axis on or off"), "L",
     [](MainWindow& window) { toggleLogarithmic(window.session()); }},
    {"calendar", QT_TRANSLATE_NOOP("Commands", "Chart"),
     QT_TRANSLATE_NOOP("Commands", "Time by session or by calendar"), "C",
     [](MainWindow& window) { toggleCalendarAxis(window.session()); }},
    {"reset", QT_TRANSLATE_NOOP("Commands", "Chart"), QT_TRANSLATE_NOOP("Commands", "Back to the range"), "R",
     [](MainWindow& window) { window.session().resetZoom(); }},
    {"data", QT_TRANSLATE_NOOP("Commands", "Chart"),
     QT_TRANSLATE_NOOP("Commands", "The chart's data as a table"), "F2",
     [](MainWindow& window) { window.showChartData(); }},
    {"detach", QT_TRANSLATE_NOOP("Commands", "Window"),
     QT_TRANSLATE_NOOP("Commands", "Page in its own window, or back"), "Ctrl+Shift+D",
     [](MainWindow& window) { window.toggleDetached(); }},
    {"workspace-save", QT_TRANSLATE_NOOP("Commands", "Window"),
     QT_TRANSLATE_NOOP("Commands", "Save as a workspace…"), "Ctrl+Shift+S",
     [](MainWindow& window) { window.saveWorkspace(); }},
    {"workspace-open", QT_TRANSLATE_NOOP("Commands", "Window"),
     QT_TRANSLATE_NOOP("Commands", "Open a workspace…"), "Ctrl+Shift+O",
     [](MainWindow& window) { window.chooseWorkspace(); }},
    {"workspace-remove", QT_TRANSLATE_NOOP("Commands", "Window"),
     QT_TRANSLATE_NOOP("Commands", "Remove a workspace…"), "",
     [](MainWindow& window) { window.forgetWorkspace(); }},
    {"settings", QT_TRANSLATE_NOOP("Commands", "Window"), QT_TRANSLATE_NOOP("Commands", "Settings…"),
     "Ctrl+,", [](MainWindow& window) { window.showSettings(); }},
    {"cancel", QT_TRANSLATE_NOOP("Commands", "Window"),
     QT_TRANSLATE_NOOP("Commands", "Cancel the running job"), "Esc",
     [](MainWindow& window) { window.cancelJob(); }},
    {"conventions", QT_TRANSLATE_NOOP("Commands", "Help"),
     QT_TRANSLATE_NOOP("Commands", "Conventions and keys"), "F1",
     [](MainWindow& window) { window.showConventions(); }},
    {"about", QT_TRANSLATE_NOOP("Commands", "Help"), QT_TRANSLATE_NOOP("Commands", "About Rotascope"), "",
     [](MainWindow& window) { window.showAbout(); }},
    {"quit", QT_TRANSLATE_NOOP("Commands", "Window"), QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q",
     [](MainWindow& window) { window.close(); }},
}};

} // namespace

std::span<const CommandInfo> commandCatalogue() {
    return kCommands;
}

QString commandTitle(const CommandInfo& command) {
    return QCoreApplication::translate("Commands", command.title);
}

QString commandGroup(const CommandInfo& command) {
    return QCoreApplication::translate("Commands", command.group);
}

QList<QKeySequence> commandKeys(const CommandInfo& command) {
    QList<QKeySequence> keys;
    for (const QString& key : QString::fromLatin1(command.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        keys << QKeySequence(key, QKeySequence::PortableText);
    return keys;
}

} // namespace rotascope
