// A file that the desktop hands to the running program (macOS). Each desk has its own window, and each window
// its own process, as on the other systems, where opening a file starts the program anew.
#pragma once

#include <QObject>

namespace rotascope {

class OpenRequests : public QObject {
    Q_OBJECT

public:
    /// Watches the application from now on.
    explicit OpenRequests(QObject* parent = nullptr);

    /// The file that was asked for when the program was started; empty for none. Waits for it for a moment.
    QString firstFile();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_started = false;
    QString m_first;
};

} // namespace rotascope
