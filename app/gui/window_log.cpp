#include "app/gui/window_log.h"

#include "app/log/desk_events.h"
#include "app/log/log_place.h"
#include "ui/convert/convert.h"

#include <QDateTime>

#include <cstdio>

namespace rotascope {

WindowLog::WindowLog(MainWindow& window, const std::string& path)
    : QObject(&window)
    , m_window(window)
    , m_rules(RuleSession::of(window.session()))
    , m_file(path)
    , m_writer(log::writerHere("rotascope " ROTASCOPE_VERSION)) {
    const auto desk = [&window] { return utf8(window.session().deskPath()); };
    connect(&window.work(), &DeskWork::imported, this, [this, desk](const std::vector<FileImport>& files) {
        for (const FileImport& file : files)
            note(log::importEvent(desk(), file));
    });
    connect(&window.work(), &DeskWork::undone, this,
            [this, desk](const UndoReceipt& receipt) { note(log::undoEvent(desk(), receipt)); });
    connect(&window.work(), &DeskWork::demoFilled, this, [this, desk] { note(log::demoEvent(desk())); });
    connect(&window.work(), &DeskWork::failed, this,
            [this, desk](const Error& error) { note(log::errorEvent(desk(), "window", error)); });
    connect(&window, &MainWindow::reportWritten, this,
            [this, desk](const QString& file, const DeskReport& report) {
                note(log::reportEvent(desk(), utf8(file), report));
            });
    connect(&window, &MainWindow::reportFailed, this,
            [this, desk](const Error& error) { note(log::errorEvent(desk(), "report", error)); });
    connect(&m_rules, &RuleSession::changed, this, &WindowLog::noteRules);
}

/// Once a desk, and again when its latest session or what fires on it is another.
void WindowLog::noteRules() {
    const auto view = m_rules.view();
    if (!view || !view->reading || view->state.asOf)
        return;
    std::vector<std::string> firing;
    std::string key = utf8(m_window.session().deskPath()) + isoText(view->reading->asOf);
    for (const RuleReading& rule : view->reading->rules)
        if (rule.state() == RuleState::Firing) {
            firing.push_back(rule.rule.name);
            key += '\n' + rule.rule.name;
        }
    if (std::exchange(m_checked, key) != key)
        note(log::rulesEvent(utf8(m_window.session().deskPath()), view->reading->asOf, std::move(firing)));
}

/// A log that cannot be written to is said once; the work is done all the same.
void WindowLog::note(const log::Entry& entry) {
    const std::string now = utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    const auto done = m_file.append(log::lineOf(m_writer, now, entry));
    if (!done && !std::exchange(m_warned, true))
        std::fprintf(stderr, "rotascope: %s\n", done.error().message.c_str());
}

} // namespace rotascope
