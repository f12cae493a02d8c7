#include "ui/session/desk_watch.h"

#include <QFileInfo>
#include <QGuiApplication>

namespace rotascope {

namespace {

constexpr int kSettleMilliseconds = 400;

} // namespace

DeskWatch::DeskWatch(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        follow();
        m_session.checkForOutsideChange();
    });
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&session, &Session::deskChanged, this, &DeskWatch::follow);
    // A write-ahead log can hold another program's change for long before the file itself moves.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_settle.start();
    });
}

void DeskWatch::follow() {
    const QString path = m_session.deskPath();
    const QStringList watched = m_files.files();
    if (watched.size() == 1 && watched.front() == path)
        return;
    if (!watched.isEmpty())
        m_files.removePaths(watched);
    if (m_session.desk() && QFileInfo::exists(path))
        m_files.addPath(path);
}

} // namespace rotascope
