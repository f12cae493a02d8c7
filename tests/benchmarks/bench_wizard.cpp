// How long the window keeps people waiting while a huge file is read and imported: the longest time between
// two turns of the event loop, which a timer and a repaint of the wizard ask for all the while. Prints one
// line a step; fails nobody. First argument: millions of rows (5).
#include "core/base/date.h"
#include "db/open_desk.h"
#include "tests/benchmarks/timing.h"
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

/// Between two turns of the event loop, in milliseconds, longest first.
struct Turns {
    std::vector<double> gaps;
    std::vector<double> work; ///< of the GUI thread
};

/// Runs `start` and waits until everything it set off has ended.
Turns turnsDuring(MainWindow& window, const std::function<void()>& start) {
    Turns turns;
    QElapsedTimer since;
    double cpu = bench::processorMilliseconds();
    QTimer turn;
    turn.setTimerType(Qt::PreciseTimer);
    QObject::connect(&turn, &QTimer::timeout, [&] {
        turns.gaps.push_back(1e-6 * static_cast<double>(since.nsecsElapsed()) - kTurnMilliseconds);
        turns.work.push_back(bench::processorMilliseconds() - cpu);
        since.restart();
        cpu = bench::processorMilliseconds();
        window.wizard().update();
    });
    since.start();
    turn.start(kTurnMilliseconds);
    start();
    while (!window.session().tasks().isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    for (std::vector<double>* values : {&turns.gaps, &turns.work})
        std::sort(values->begin(), values->end(), std::greater<>());
    return turns;
}

void tell(const char* step, double seconds, const Turns& turns) {
    const std::size_t rare = turns.gaps.size() / 100;
    fmt::print("{:<20} {:6.1f} s   longest wait {:5.1f} ms, 99 % under {:5.1f} ms   most work in a turn "
               "{:5.1f} ms   "
               "({} turns)\n",
               step, seconds, turns.gaps.front(), turns.gaps[rare], turns.work.front(), turns.gaps.size());
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
    const auto reading = turnsDuring(window, [&] { window.importFiles({csv}); });
    tell("reading (dry run)", 1e-3 * static_cast<double>(clock.restart()), reading);
    const auto importing = turnsDuring(window, [&] { window.wizard().review().startImport(); });
    tell("importing", 1e-3 * static_cast<double>(clock.restart()), importing);
    const auto& file = window.wizard().review().files().front();
    fmt::print("{} rows stored\n", file.outcome ? file.outcome->counts.stored : 0);
    return 0;
}
