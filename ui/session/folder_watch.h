// Notices price files that appear in a folder, once they are no longer being written.
#pragma once

#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace rotascope {

class FolderWatch : public QObject {
    Q_OBJECT

public:
    explicit FolderWatch(QObject* parent = nullptr);

    /// Watches another folder; an empty path watches none. What lies there already is not new.
    void watch(const QString& folder);
    const QString& folder() const { return m_folder; }

signals:
    void appeared(const QStringList& paths);

private:
    using Stamps = QMap<QString, QString>; ///< by path: size and time of the last writing
    static Stamps stampsOf(const QString& folder);
    void look();

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    Stamps m_known;
    Stamps m_pending; ///< seen once; told of when they look the same a second time
};

} // namespace rotascope
