// Notices that another program wrote to the open desk, without looking while nothing happens.
#pragma once

#include "ui/session/session.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace rotascope {

class DeskWatch : public QObject {
    Q_OBJECT

public:
    /// Watches the session's desk; the session emits changedOutside().
    explicit DeskWatch(Session& session, QObject* parent = nullptr);

private:
    void follow();

    Session& m_session;
    QFileSystemWatcher m_files;
    QTimer m_settle; ///< writers touch a file many times in a row
};

} // namespace rotascope
