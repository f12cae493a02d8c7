#include "ui/session/folder_watch.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace rotascope {

namespace {

constexpr int kSettleMilliseconds = 400;

const QStringList kPriceFiles{QStringLiteral("*.csv"), QStringLiteral("*.txt"), QStringLiteral("*.tsv"),
                              QStringLiteral("*.csv.gz"), QStringLiteral("*.zip")};

} // namespace

FolderWatch::FolderWatch(QObject* parent)
    : QObject(parent) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &FolderWatch::look);
}

FolderWatch::Stamps FolderWatch::stampsOf(const QString& folder) {
    Stamps stamps;
    for (const QFileInfo& file : QDir(folder).entryInfoList(kPriceFiles, QDir::Files | QDir::Readable))
        stamps[file.absoluteFilePath()] =
            QStringLiteral("%1 %2").arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    return stamps;
}

void FolderWatch::watch(const QString& folder) {
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_pending.clear();
    m_known.clear();
    m_folder = folder;
    if (folder.isEmpty() || !m_watcher.addPath(folder))
        return;
    m_known = stampsOf(folder);
}

void FolderWatch::look() {
    const Stamps now = stampsOf(m_folder);
    QStringList settled;
    Stamps pending;
    for (auto file = now.begin(); file != now.end(); ++file) {
        if (m_known.value(file.key()) == file.value())
            continue;
        if (m_pending.value(file.key()) == file.value())
            settled << file.key();
        else
            pending[file.key()] = file.value();
    }
    m_pending = pending;
    for (const QString& path : settled)
        m_known[path] = now[path];
    if (!m_pending.isEmpty())
        m_settle.start();
    if (!settled.isEmpty())
        emit appeared(settled);
}

} // namespace rotascope
