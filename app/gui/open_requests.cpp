#include "app/gui/open_requests.h"

#include <QCoreApplication>
#include <QFileOpenEvent>
#include <QProcess>

namespace rotascope {

OpenRequests::OpenRequests(QObject* parent)
    : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

QString OpenRequests::firstFile() {
#ifdef Q_OS_MACOS
    // The desktop names the file once events are looked at, before the program's own window is there.
    QCoreApplication::processEvents();
#endif
    m_started = true;
    return m_first;
}

bool OpenRequests::eventFilter(QObject*, QEvent* event) {
    if (event->type() != QEvent::FileOpen)
        return false;
    const QString file = static_cast<QFileOpenEvent*>(event)->file();
    if (file.isEmpty())
        return false;
    if (!m_started && m_first.isEmpty())
        m_first = file;
    else
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {file});
    return true;
}

} // namespace rotascope
