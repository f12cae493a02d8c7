// GUI-thread work of each page over 47 years at 1920×1080, at 100 % and at 200 %: pan, crosshair, as-of step
// to the new picture. Prints a table; fails nobody. Arguments name one page and words of the
// measurements to take.
#include "core/analysis/flows/baskets.h"
#include "tests/benchmarks/timing.h"
#include "tests/support/fixed_store.h"
#include "tests/support/invented_market.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/page_stack.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QProcess>

#include <fmt/format.h>

#include <functional>

using namespace rotascope;

namespace {

constexpr std::size_t kSessions = 12000; ///< 47 years
constexpr int kSteps = 20;
constexpr int kRuns = 31;
constexpr int kLook = 300; ///< milliseconds
constexpr QSize kScreen{1920, 1080};

struct Cost {
    double cpu = 0;  ///< GUI thread
    double wall = 0; ///< until the picture is there
};

/// Of `step` and everything it sets off, until nothing is left to do.
Cost costOf(MainWindow& window, const std::function<void()>& step) {
    QElapsedTimer clock;
    clock.start();
    const double before = bench::processorMilliseconds();
    step();
    QCoreApplication::processEvents();
    while (!window.session().tasks().isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
    return {bench::processorMilliseconds() - before, 1e-6 * double(clock.nsecsElapsed())};
}

Cost medianCost(MainWindow& window, const std::function<void(int run)>& step) {
    std::vector<double> cpu;
    std::vector<double> wall;
    for (int run = 0; run < kRuns; ++run) {
        const Cost cost = costOf(window, [&step, run] { step(run); });
        cpu.push_back(cost.cpu);
        wall.push_back(cost.wall);
    }
    return {bench::median(cpu), bench::median(wall)};
}

void print(const char* page, const char* what, const Cost& cost, double goal) {
    fmt::print(
        "  {:<18} {:<32} {:>7.2f} ms   goal {:>4.0f}   {:>5.2f} of it   ({:.2f} ms until it is there)\n",
        page, what, cost.cpu, goal, cost.cpu / goal, cost.wall);
    std::fflush(stdout);
}

void settle(MainWindow& window) {
    (void)medianCost(window, [](int) {});
}

/// As somebody does who reads the picture for a moment: what the next step will show is made meanwhile.
void look(MainWindow& window) {
    QElapsedTimer clock;
    clock.start();
    const TaskRunner& tasks = window.session().tasks();
    while (clock.elapsed() < kLook || !tasks.isIdle() || window.session().isLookingAhead())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
}

/// Each of twenty as-of steps on a page: at once after one another, and with a look at each picture.
void printSteps(MainWindow& window, const char* page) {
    for (const bool looks : {false, true}) {
        std::string frames;
        std::string walls;
        if (looks)
            look(window);
        for (int step = 0; step < kSteps; ++step) {
            const Cost cost = costOf(window, [&window] { window.session().stepAsOf(-1); });
            frames += fmt::format(" {:.1f}", cost.cpu);
            walls += fmt::format(" {:.1f}", cost.wall);
            if (looks)
                look(window);
        }
        fmt::print(
            "  {:<18} twenty as-of steps {}, ms of GUI work:{}\n  {:<18} until each picture is there:{}\n",
            page, looks ? "with a look at each" : "at once", frames, "", walls);
    }
    window.session().setAsOf(std::nullopt);
    settle(window);
}

/// The words that a measurement's name must hold; empty: all are taken.
QString wantedMeasures() {
    return QApplication::arguments().value(2);
}

void measurePage(MainWindow& window, const PageInfo& page, const char* section, double scale) {
    Session& session = window.session();
    const std::string name = *section ? fmt::format("{}:{}", page.id, section) : page.id;
    const auto measure = [&](const char* what, double goal, const std::function<void(int run)>& step) {
        if (QLatin1String(what).contains(wantedMeasures()))
            print(name.c_str(), what, medianCost(window, step), goal);
    };
    window.openPage(QLatin1String(page.id), {{}, {}, QLatin1String(section)});
    session.setRange(RangeId::Max);
    settle(window);
    const double goal = scale > 1 ? 16 : 8;
    const double last = double(session.analysis()->asOfIndex());
    measure("pan over all years", goal, [&](int run) {
        session.zoomTo({double(run % 2), last - 1 + run % 2});
    });
    measure("pan over ten years", goal, [&](int run) { session.zoomTo({6000.0 + run, 8520.0 + run}); });
    measure("pan over one year", goal, [&](int run) { session.zoomTo({8000.0 + run, 8252.0 + run}); });
    session.resetZoom();
    settle(window);
    measure("crosshair", scale > 1 ? 4 : 2, [&](int run) { session.setCursor(2000 + 100 * run); });
    session.setCursor(std::nullopt);
    measure("as-of step to the new picture", 16, [&](int) { session.stepAsOf(-1); });
    session.setRange(RangeId::Year1);
    settle(window);
    measure("as-of step, one year in sight", 16, [&](int) { session.stepAsOf(-1); });
    session.setAsOf(std::nullopt);
    settle(window);
    if (QStringLiteral("twenty as-of steps").contains(wantedMeasures()))
        printSteps(window, name.c_str());
}

/// From the last key of a rule to its ledger, the pause that waits for another key included.
void measureTyping(MainWindow& window) {
    window.openPage(QStringLiteral("playbook"), {{}, {}, QStringLiteral("rules")});
    settle(window);
    QLineEdit* editor = nullptr;
    for (QLineEdit* field : window.findChildren<QLineEdit*>())
        if (field->isVisible() && field->accessibleName() == QLatin1String("The rule's text"))
            editor = field;
    DataTable* ledger = nullptr;
    for (DataTable* table : window.findChildren<DataTable*>())
        if (table->isVisible() && table->accessibleName() == QLatin1String("Ledger"))
            ledger = table;
    if (!editor || !ledger)
        return;
    std::vector<double> wall;
    for (int run = 0; run < kRuns; ++run) {
        QEventLoop loop;
        const auto done =
            QObject::connect(ledger->model(), &QAbstractItemModel::modelReset, &loop, &QEventLoop::quit);
        editor->setText(QStringLiteral("ret(RUT, 5) - ret(SPX, 5) > 0.%1pp").arg(50 + run));
        const double start = bench::wallMilliseconds();
        emit editor->textEdited(editor->text());
        loop.exec();
        wall.push_back(bench::wallMilliseconds() - start);
        QObject::disconnect(done);
        settle(window);
    }
    const double median = bench::median(wall);
    fmt::print("  {:<18} {:<32} {:>7.2f} ms   goal {:>4.0f}   {:>5.2f} of it   (on the wall)\n",
               "playbook:rules", "a key to the ledger", median, 50.0, median / 50);
}

/// Each section of a page that has some.
void measureSections(MainWindow& window, const PageInfo& page, double scale) {
    if (sectionsOf(page).empty())
        return measurePage(window, page, "", scale);
    for (const PageInfo& section : sectionsOf(page))
        measurePage(window, page, section.id, scale);
}

/// What the pages beyond the pair are about: leveraged funds and yields.
void addOthers(test::FixedDesk& desk) {
    test::InventedShocks shocks(10);
    const std::vector<Date> sessions = desk.instruments.front().daily.dates;
    for (const char* symbol : {"TNA", "TZA"}) {
        std::vector<double> closes{100};
        while (closes.size() < sessions.size())
            closes.push_back(closes.back() * (1 + 0.03 * shocks.next()));
        desk.instruments.push_back(test::instrumentOf(symbol, sessions, closes));
    }
    for (const char* symbol : {"DGS10", "DGS2"}) {
        std::vector<double> percent{5};
        while (percent.size() < sessions.size())
            percent.push_back(std::max(0.1, percent.back() + 0.05 * shocks.next()));
        desk.instruments.push_back(test::valuesOf(symbol, sessions, percent));
    }
}

/// The coverage list, with flows, and the assets that they make, on each of the pair's sessions.
void addFunds(test::FixedDesk& desk) {
    test::InventedShocks shocks(9);
    const std::vector<Date> sessions = desk.instruments.front().daily.dates;
    for (const Symbol& symbol : shippedBaskets().back().funds) {
        std::vector<double> closes, usd, assets;
        double price = 100;
        double held = 1e11;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            const double move = 0.01 * shocks.next();
            closes.push_back(price *= 1 + move);
            usd.push_back(1e8 * shocks.next());
            assets.push_back(held = held * (1 + move) + usd.back());
        }
        InstrumentData fund = test::instrumentOf(symbol, sessions, closes);
        fund.series.push_back({Field::Flow, Cadence::Daily, Availability::NextSession, sessions, usd});
        fund.series.push_back({Field::Aum, Cadence::Daily, Availability::NextSession, sessions, assets});
        desk.instruments.push_back(std::move(fund));
    }
}

void measureAgainAt200() {
    QProcess scaled;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    scaled.setProcessEnvironment(environment);
    scaled.setProcessChannelMode(QProcess::ForwardedChannels);
    scaled.start(QApplication::applicationFilePath(), QApplication::arguments().mid(1));
    scaled.waitForFinished(300000);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    auto desk = std::make_shared<test::FixedDesk>();
    desk->instruments = test::inventedPair(kSessions);
    addFunds(*desk);
    addOthers(*desk);
    Settings settings{QString()};
    Appearance appearance(settings, QStringLiteral("light"));
    MainWindow window(
        [desk](const std::string&, DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
            return std::make_unique<test::FixedStore>(desk);
        },
        settings, appearance);
    const double scale = window.devicePixelRatioF();
    window.resize(kScreen);
    window.session().openDesk(QStringLiteral("invented.rota"), DeskAccess::Existing);
    window.show();
    settle(window);
    fmt::print("window {}x{} at {:.0f} %, {} sessions; processor time of the GUI thread, medians of {}\n",
               window.width(), window.height(), scale * 100, window.session().analysis()->sessions->size(),
               kRuns);
    const QString only = QApplication::arguments().value(1);
    for (const PageInfo& page : pageCatalogue())
        if (only.isEmpty() || only == QLatin1String(page.id))
            measureSections(window, page, scale);
    if (scale <= 1 && (only.isEmpty() || only == QLatin1String("playbook")))
        measureTyping(window);
    if (scale <= 1)
        measureAgainAt200();
    return 0;
}
