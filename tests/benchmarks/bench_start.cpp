// From the start of the process to the first useful paint of the whole window (headline, tiles, chart with
// its lines) on a desk of the demo market, beside a bare QMainWindow and one that is dressed like ours;
// resident memory then; processor time when idle. On Linux under an Xvfb of its own unless there is a
// display. Prints a table; fails nobody.
#include "core/demo/demo_market.h"
#include "db/open_desk.h"
#include "tests/benchmarks/first_paint.h"
#include "ui/main_window/first_show.h"
#include "ui/main_window/main_window.h"
#include "ui/plots/figure_view.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <fmt/format.h>

#include <algorithm>

using namespace rotascope;

namespace {

constexpr int kRuns = 11;
constexpr double kGoalRatio = 1.5;
constexpr double kGoalMemory = 55;

struct Silent final : ProgressSink {
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
    bool cancelled() const override { return false; }
};

Result<std::unique_ptr<MarketStore>> openStore(const std::string& path, DeskAccess) {
    return openDesk(path, DeskMode::Write);
}

/// What app/gui does, with the settings in memory.
int showWindow(int argc, char** argv, const char* desk) {
    QApplication application(argc, argv);
    StyleSheetPause unstyled;
    Settings settings{QString()};
    Appearance appearance(settings, QStringLiteral("light"));
    MainWindow window(openStore, settings, appearance, nullptr, [desk](Session& session) {
        session.openDesk(QString::fromLocal8Bit(desk), DeskAccess::Existing);
    });
    test::FirstPaint paint([](QObject* painted) {
        const auto* view = qobject_cast<const FigureView*>(painted);
        return view && !view->figure()->panes.empty();
    });
    showWithFirstPicture(window, unstyled);
    return QApplication::exec();
}

struct Start {
    double milliseconds = 0;
    double mebibytes = 0;
    double idle = 0; ///< processor milliseconds over five seconds
};

Start started(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    Start start;
    while (process.state() != QProcess::NotRunning || process.canReadLine()) {
        if (!process.canReadLine() && !process.waitForReadyRead(20000))
            break;
        while (process.canReadLine()) {
            const QList<QByteArray> words = process.readLine().trimmed().split(' ');
            if (words.value(0) == "painted") {
                start.milliseconds = 1e-6 * double(clock.nsecsElapsed());
                start.mebibytes = words.value(1).toDouble() / 1024;
            } else if (words.value(0) == "idle") {
                start.idle = words.value(1).toDouble();
            }
        }
    }
    process.waitForFinished(20000);
    return start;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

bool makeDesk(const QString& path) {
    QFile::remove(path);
    auto store = openDesk(path.toStdString(), DeskMode::Create);
    Silent silent;
    return store && fillDemoDesk(**store, "2025-11-28T21:05:00Z", silent).has_value();
}

void measure(const QString& self, const QDir& peers, const QString& desk) {
    std::vector<double> window;
    std::vector<double> nothing;
    std::vector<double> dressed;
    std::vector<double> memory;
    for (int run = 0; run < kRuns; ++run) {
        nothing.push_back(started(peers.filePath(QStringLiteral("bare_window")), {}).milliseconds);
        dressed.push_back(started(peers.filePath(QStringLiteral("dressed_window")), {}).milliseconds);
        const Start start = started(self, {QStringLiteral("--window"), desk});
        window.push_back(start.milliseconds);
        memory.push_back(start.mebibytes);
    }
    const double ratio = median(window) / median(nothing);
    fmt::print("  bare QMainWindow, first paint        {:>7.1f} ms\n", median(nothing));
    fmt::print("  menus, tables, panes, no data        {:>7.1f} ms   {:.2f} times\n", median(dressed),
               median(dressed) / median(nothing));
    fmt::print("  Rotascope, first useful paint        {:>7.1f} ms   {:.2f} times, goal {:.1f}\n",
               median(window), ratio, kGoalRatio);
    fmt::print("  resident memory then                 {:>7.1f} MiB  goal {:.0f}\n", median(memory),
               kGoalMemory);
    const Start idle = started(self, {QStringLiteral("--window"), desk, QStringLiteral("--idle")});
    fmt::print("  processor time over five idle seconds {:>6.1f} ms   goal 0\n", idle.idle);
}

/// A display of our own where there is none; empty when there can be none.
QString ownDisplay(QProcess& server) {
    const QString xvfb = QStandardPaths::findExecutable(QStringLiteral("Xvfb"));
    if (xvfb.isEmpty())
        return {};
    server.start(xvfb, {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                        QStringLiteral("0"), QStringLiteral("1920x1080x24")});
    if (!server.waitForReadyRead(10000))
        return {};
    return QLatin1Char(':') + QString::fromLatin1(server.readLine().trimmed());
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 2 && qstrcmp(argv[1], "--window") == 0)
        return showWindow(argc, argv, argv[2]);
    const QCoreApplication application(argc, argv);
    const QDir folder(QCoreApplication::applicationDirPath());
    QProcess server;
#ifdef Q_OS_LINUX
    qunsetenv("QT_QPA_PLATFORM");
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY")) {
        const QString display = ownDisplay(server);
        if (display.isEmpty()) {
            fmt::print("no display and no Xvfb: nothing to start on\n");
            return 0;
        }
        qputenv("DISPLAY", display.toLatin1());
    }
#endif
    const QString desk = folder.filePath(QStringLiteral("start.rota"));
    if (!makeDesk(desk)) {
        fmt::print("the desk {} could not be made\n", desk.toStdString());
        return 0;
    }
    measure(QCoreApplication::applicationFilePath(), folder, desk);
    server.kill();
    server.waitForFinished();
    return 0;
}
