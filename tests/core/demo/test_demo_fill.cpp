#include "tests/core/demo/demo_fixture.h"
#include "tests/core/demo/memory_desk.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

class Watcher : public ProgressSink {
public:
    int stopAfter = 1 << 30;
    int reports = 0;
    std::uint64_t done = 0;
    std::uint64_t total = 0;

    void report(std::uint64_t doneNow, std::uint64_t totalNow, std::uint64_t) override {
        ++reports;
        done = doneNow;
        total = totalNow;
    }
    bool cancelled() const override { return reports >= stopAfter; }
};

const std::string kTime = "2025-11-28T21:05:00Z";

} // namespace

class DemoFillTest : public QObject {
    Q_OBJECT

    MemoryDesk m_filled; ///< by the first test

    static void compare(const MemoryDesk& desk, std::size_t target, std::size_t slot,
                        const std::vector<Date>& dates, const std::vector<double>& values) {
        const StoredColumn& stored = desk.contents.columns[target][slot];
        QVERIFY(stored.values == values);
        QVERIFY(values.empty() ||
                std::equal(dates.begin(), dates.end(), stored.days.begin(), stored.days.end(),
                           [](Date day, std::int32_t number) { return dayNumber(day) == number; }));
    }

private slots:
    void fillsAnEmptyDeskWithEveryValue() {
        MemoryDesk& desk = m_filled;
        Watcher watcher;
        const auto fill = fillDemoDesk(desk, kTime, watcher);
        QVERIFY(fill.has_value());
        QCOMPARE(fill->instruments, demo().size());
        QCOMPARE(fill->sessions, instrument("RUT").daily.dates.size());
        QVERIFY(desk.contents.demo);
        QCOMPARE(desk.contents.imports.size(), std::size_t{1});
        QCOMPARE(desk.contents.imports.front().path, std::string("demo"));
        QCOMPARE(desk.contents.imports.front().format, std::string("demo"));
        QCOMPARE(desk.contents.imports.front().importedAt, kTime);
        QVERIFY(desk.contents.imports.front().sha256.empty());
        QVERIFY(watcher.total > 0);
        QCOMPARE(watcher.done, watcher.total);
        QCOMPARE(std::uint64_t{desk.contents.lastLine}, watcher.total);
    }

    void whatIsStoredIsTheMarket() {
        const MemoryDesk& desk = m_filled;
        std::size_t target = 0;
        for (const InstrumentData& data : demo()) {
            if (!data.daily.dates.empty()) {
                QVERIFY(desk.contents.targets[target].isBars());
                for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
                    compare(desk, target, slot, data.daily.dates, data.daily.columns[slot]);
                ++target;
            }
            for (const Series& one : data.series) {
                const ImportTarget& stored = desk.contents.targets[target];
                QCOMPARE(stored.instrument.symbol, data.instrument.symbol);
                QVERIFY(stored.field == one.field && stored.cadence == one.cadence &&
                        stored.availability == one.availability);
                compare(desk, target++, 0, one.dates, one.values);
            }
        }
        QCOMPARE(desk.contents.targets.size(), target);
    }

    void refusesADeskThatHoldsAnything() {
        MemoryDesk desk;
        Watcher watcher;
        desk.contents.targets.push_back(
            {describeSymbol("RUT"), Cadence::Daily, std::nullopt, Availability::SameDay, {}, {}});
        const auto fill = fillDemoDesk(desk, kTime, watcher);
        QVERIFY(!fill.has_value());
        QVERIFY(fill.error().kind == ErrorKind::Refused);
        QCOMPARE(fill.error().code, std::string("desk_not_empty"));
        QVERIFY(desk.contents.columns.empty());
        QVERIFY(!desk.contents.demo);
    }

    void cancellingLeavesNothingBehind() {
        MemoryDesk desk;
        Watcher watcher;
        watcher.stopAfter = 3;
        const auto fill = fillDemoDesk(desk, kTime, watcher);
        QVERIFY(!fill.has_value());
        QCOMPARE(fill.error().code, std::string("cancelled"));
        QVERIFY(desk.contents.columns.empty());
        QVERIFY(desk.contents.imports.empty());
        QVERIFY(!desk.contents.demo);
    }
};

ROTASCOPE_SUITE(DemoFillTest)
#include "test_demo_fill.moc"
