// Renders the window into a file once it has come to rest.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace rotascope {

class MainWindow;

/// Emits finished() with the program's exit code: 0; with a sentence 4 when the desk did not open or
/// the file cannot be written, 3 when the pair cannot be shown as of the date asked for.
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(MainWindow& window, const QString& path, QObject* parent = nullptr);

signals:
    void finished(int exitCode, const QString& message);

private:
    void take();

    MainWindow& m_window;
    QString m_path;
    QTimer m_settle;
};

} // namespace rotascope
