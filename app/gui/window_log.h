// What a window tells the log: imports, undos, rules as of the latest session, reports, and what failed.
#pragma once

#include "app/log/log_file.h"
#include "ui/main_window/main_window.h"
#include "ui/session/rule_session.h"

#include <QObject>
#include <QStringList>

#include <string>

namespace rotascope {

class WindowLog : public QObject {
    Q_OBJECT

public:
    /// A child of `window`. `path` is the file.
    WindowLog(MainWindow& window, const std::string& path);

private:
    void note(const log::Entry& entry);
    void noteRules();

    MainWindow& m_window;
    RuleSession& m_rules;
    log::File m_file;
    log::Writer m_writer;
    std::string m_checked; ///< desk, session and firing rules as they were noted last
    bool m_warned = false;
};

} // namespace rotascope
