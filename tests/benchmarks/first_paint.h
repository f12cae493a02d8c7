// Says when a program has painted something worth looking at, how much memory it holds then, and what it does
// when nothing happens.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>

namespace rotascope::test {

/// Resident memory in KiB; 0 where the system does not tell.
inline long residentKibibytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    long kibibytes = 0;
    while (status >> word)
        if (word == "VmRSS:" && status >> kibibytes)
            return kibibytes;
    return 0;
}

/// Prints "painted KIB" once a paint that `isUseful` accepts has reached the screen; with --idle then "idle
/// MILLISECONDS" of processor time over the next five seconds; then ends the program.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(std::function<bool(QObject*)> isUseful)
        : m_isUseful(std::move(isUseful)) {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && m_isUseful(watched)) {
            qApp->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { say(); });
        }
        return false;
    }

private:
    void say() {
        std::printf("painted %ld\n", residentKibibytes());
        std::fflush(stdout);
        if (!QApplication::arguments().contains(QStringLiteral("--idle")))
            return QCoreApplication::quit();
        constexpr int kSettle = 2000;
        constexpr int kWatched = 5000;
        QTimer::singleShot(kSettle, this, [this] {
            QTimer::singleShot(kWatched, this, [start = std::clock()] {
                std::printf("idle %.1f\n", 1e3 * double(std::clock() - start) / CLOCKS_PER_SEC);
                QCoreApplication::quit();
            });
        });
    }

    std::function<bool(QObject*)> m_isUseful;
};

} // namespace rotascope::test
