#include "core/demo/demo_market.h"
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <algorithm>

using namespace rotascope;
using namespace rotascope::test;

namespace {

class Silent : public ProgressSink {
public:
    explicit Silent(int blocks = 1 << 30)
        : m_blocks(blocks) {}
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override { --m_blocks; }
    bool cancelled() const override { return m_blocks <= 0; }

private:
    int m_blocks; ///< until the user stops it
};

const std::string kTime = "2025-11-28T21:05:00Z";

/// Which of two series comes first on a desk does not matter.
std::vector<Series> sorted(std::vector<Series> series) {
    std::sort(series.begin(), series.end(),
              [](const Series& a, const Series& b) { return a.field < b.field; });
    return series;
}

} // namespace

class DeskDemoTest : public QObject {
    Q_OBJECT

private slots:
    void theDeskGivesBackTheMarket() {
        const DeskFolder folder;
        const auto desk = folder.open();
        Silent progress;
        const auto fill = fillDemoDesk(*desk, kTime, progress);
        QVERIFY2(fill.has_value(), fill ? "" : fill.error().message.c_str());
        const std::vector<InstrumentData> market = demoMarket();
        QCOMPARE(desk->instruments()->size(), market.size());
        for (const InstrumentData& made : market) {
            const auto held = desk->read(made.instrument.symbol);
            QVERIFY(held.has_value());
            QVERIFY2(held->instrument == made.instrument, made.instrument.symbol.c_str());
            QVERIFY2(held->daily == made.daily, made.instrument.symbol.c_str());
            QVERIFY2(sorted(held->series) == sorted(made.series), made.instrument.symbol.c_str());
        }
        QVERIFY(desk->info()->demo);
        const auto imports = desk->imports();
        QCOMPARE(imports->size(), std::size_t{1});
        const RowCounts& counts = imports->front().counts;
        QVERIFY(counts.balanced());
        QCOMPARE(counts.stored, counts.rowsRead);
        QCOMPARE(imports->front().header.path, std::string("demo"));
    }

    void aSecondFillIsRefused() {
        const DeskFolder folder;
        const auto desk = folder.open();
        QVERIFY(importInto(*desk, closesFile("RUT", {{"2025-11-28", 2500.0}})).has_value());
        const std::uint64_t version = desk->info()->version;
        Silent progress;
        const auto fill = fillDemoDesk(*desk, kTime, progress);
        QVERIFY(!fill.has_value());
        QCOMPARE(fill.error().code, std::string("desk_not_empty"));
        QVERIFY(!desk->info()->demo);
        QCOMPARE(desk->info()->version, version);
    }

    void stoppingLeavesAnEmptyDesk() {
        const DeskFolder folder;
        const auto desk = folder.open();
        Silent impatient(3);
        const auto fill = fillDemoDesk(*desk, kTime, impatient);
        QVERIFY(!fill.has_value());
        QCOMPARE(fill.error().code, std::string("cancelled"));
        QVERIFY(desk->instruments()->empty());
        QVERIFY(desk->imports()->empty());
        QVERIFY(!desk->info()->demo);
        Silent patient;
        QVERIFY(fillDemoDesk(*desk, kTime, patient).has_value());
    }
};

ROTASCOPE_SUITE(DeskDemoTest)
#include "test_desk_demo.moc"
