// How long the window keeps people waiting while a huge file is read and imported: the longest time between
// two turns of the event loop, which a timer and a repaint of the wizard ask for all the while. Prints one
// line a step; fails nobody. First argument: millions of rows (5).
#include "core/base/date.h"
#include "db/open_desk.h"
#include "ui/import_wizard/import_wizard.h"
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <fmt/format.h>
#include <fmt/os.h>

#include <algorithm>
#include <functional>
#include <vector>

using namespace rotascope;

namespace {

constexpr int kSessions = 10000;
constexpr int kFirstDay = 10000;
constexpr int kTurnMilliseconds = 5;

void writeRows(const std::string& path, int symbols) {
    auto out = fmt::output_file(path);
    out.print("date,ticker,open,high,low,close,volume\n");
    for (int symbol = 0; symbol < symbols; ++symbol)
        for (int session = 0; session < kSessions; ++session) {
            const double close = 50 + symbol % 97 + 0.01 * ((session * 7919) % 1000);
            out.print("{},S{:04},{:.2f},{:.2f},{:.2f},{:.2f},{}\n",
                      isoText(dateFromDayNumber(kFirstDay + session)), symbol, close, close + 1, close - 1,
                      close, 1000 + session);
        }
}

/// Runs `start` and waits until everything it set off has ended; the gaps between turns, longest first.
std::vector<double> gapsDuring(MainWindow& window, const std::function<void()>& start) {
    std::vector<double> gaps;
    QElapsedTimer since;
    QTimer turn;
    turn.setTimerType(Qt::PreciseTimer);
    QObject::connect(&turn, &QTimer::timeout, [&] {
        gaps.push_back(1e-6 * static_cast<double>(since.nsecsElapsed()) - kTurnMilliseconds);
        since.restart();
        window.wizard().update();
    });
    since.start();
    turn.start(kTurnMilliseconds);
    start();
    while (!window.session().tasks().isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::sort(gaps.begin(), gaps.end(), std::greater<>());
    return gaps;
}

void tell(const char* step, double seconds, const std::vector<double>& gaps) {
    const std::size_t rare = gaps.size() / 1000;
    fmt::print("{:<22} {:6.1f} s   longest wait {:5.1f} ms   99.9 % under {:5.1f} ms   ({} turns)\n", step,
               seconds, gaps.front(), gaps[rare], gaps.size());
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const int millions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
    const QTemporaryDir folder;
    const std::string desk = folder.filePath(QStringLiteral("d.rota")).toStdString();
    const QString csv = folder.filePath(QStringLiteral("huge.csv"));
    writeRows(csv.toStdString(), millions * 1'000'000 / kSessions);
    if (!openDesk(desk, DeskMode::Create))
        return 1;
    Settings settings{QString()};
    Appearance appearance(settings, QStringLiteral("light"));
    MainWindow window([](const std::string& path, DeskAccess) { return openDesk(path, DeskMode::Write); },
                      settings, appearance);
    window.resize(1600, 1000);
    window.show();
    window.session().openDesk(QString::fromStdString(desk), DeskAccess::Existing);
    while (!window.session().tasks().isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QElapsedTimer clock;
    clock.start();
    const auto reading = gapsDuring(window, [&] { window.importFiles({csv}); });
    tell("reading (dry run)", 1e-3 * static_cast<double>(clock.restart()), reading);
    const auto importing = gapsDuring(window, [&] { window.wizard().review().startImport(); });
    tell("importing", 1e-3 * static_cast<double>(clock.restart()), importing);
    const auto& file = window.wizard().review().files().front();
    fmt::print("{} rows stored\n", file.outcome ? file.outcome->counts.stored : 0);
    return 0;
}
