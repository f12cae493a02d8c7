#include "app/gui/screenshot.h"

#include "ui/convert/convert.h"
#include "ui/main_window/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>

namespace rotascope {

namespace {

// Long enough for queued figures and layouts to follow the last result, short enough not to be noticed.
constexpr int kSettleMilliseconds = 350;
constexpr int kRefused = 3;
constexpr int kDeskFailed = 4;

} // namespace

Screenshot::Screenshot(MainWindow& window, const QString& path, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_path(path) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&window.session().tasks(), &TaskRunner::idle, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &Screenshot::take);
}

void Screenshot::take() {
    if (!m_window.session().tasks().isIdle())
        return;
    // What the first picture lays out (words that find less room) may ask for another pass.
    m_window.grab();
    QCoreApplication::processEvents();
    const bool written = m_window.grab().save(m_path, "PNG");
    if (!written)
        emit finished(
            kDeskFailed,
            QStringLiteral("The picture could not be written to %1.").arg(QDir::toNativeSeparators(m_path)));
    else if (!m_window.session().desk())
        emit finished(kDeskFailed, m_window.startSentence());
    else if (const auto analysis = m_window.session().analysis(); analysis && analysis->error)
        emit finished(kRefused, qtext(analysis->error->message));
    else
        emit finished(0, {});
}

} // namespace rotascope
