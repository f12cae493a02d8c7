// Processor time on the GUI thread of one chart page: three panes over 45 years at 1920×1080, from the
// request to the finished backing store. Prints a table, once at 100 % and once at 200 % scaling; fails
// nobody.
#include "tests/ui/plots/invented_figure.h"
#include "ui/plots/figure_view.h"

#include <QApplication>
#include <QProcess>

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace rotascope;

namespace {

constexpr int kSessions = 12000;
constexpr int kRuns = 41;

double medianCpuMilliseconds(const std::function<void(int run)>& step) {
    std::vector<double> times;
    for (int run = 0; run < kRuns; ++run) {
        const std::clock_t start = std::clock();
        step(run);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        times.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::nth_element(times.begin(), times.begin() + kRuns / 2, times.end());
    return times[kRuns / 2];
}

void printRow(const char* what, double milliseconds, double goal) {
    fmt::print("  {:<46} {:>7.2f} ms   goal {:>4.0f}\n", what, milliseconds, goal);
}

void measure(FigureView& view, double scale) {
    const auto figure = view.figure();
    const double goal = scale > 1 ? 16 : 8;
    fmt::print("three panes x {} sessions, {}x{} at {:.0f} %\n", kSessions, view.width(), view.height(),
               scale * 100);
    printRow("pan over all 45 years", medianCpuMilliseconds([&](int run) {
                 view.setRange({run % 2 + 0.0, kSessions - 3.0 + run % 2});
             }),
             goal);
    printRow("pan over ten years", medianCpuMilliseconds([&](int run) {
                 view.setRange({6000.0 + run, 8520.0 + run});
             }),
             goal);
    printRow("pan over one year", medianCpuMilliseconds([&](int run) {
                 view.setRange({8000.0 + run, 8252.0 + run});
             }),
             goal);
    view.setRange({0, kSessions - 1.0});
    QCoreApplication::processEvents();
    printRow("crosshair", medianCpuMilliseconds([&](int run) { view.setCursor(2000 + 100 * run); }),
             scale > 1 ? 4 : 2);
    printRow("as-of step: another figure, same dates", medianCpuMilliseconds([&](int run) {
                 auto next = std::make_shared<Figure>(*figure);
                 next->asOfSession = kSessions - 1 - run;
                 view.setFigure(next);
             }),
             16);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    FigureView view;
    const double scale = view.devicePixelRatioF();
    view.resize(QSize(1920, 1080) / scale);
    view.setFigure(std::make_shared<const Figure>(inventedRotation(kSessions)));
    view.show();
    QCoreApplication::processEvents();
    measure(view, scale);
    std::fflush(stdout);
    if (scale > 1)
        return 0;
    QProcess scaled;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    scaled.setProcessEnvironment(environment);
    scaled.setProcessChannelMode(QProcess::ForwardedChannels);
    scaled.start(QApplication::applicationFilePath(), {});
    scaled.waitForFinished(120000);
    return 0;
}
