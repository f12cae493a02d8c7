// Thousands of random imports into a desk and into a twin that merges value by value, the simplest way there
// is.
#include "tests/db/desk_fixture.h"
#include "tests/db/random_files.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr int kDesks = 20;
constexpr int kImportsPerDesk = 100;

struct TwinValue {
    double value = 0;
    int decimals = 0;
    std::int64_t importId = 0;
    std::uint32_t line = 0;
};

using Key = ValueKey;
using ConflictKey = std::tuple<std::uint32_t, std::uint32_t, Field, double, double, std::uint32_t>;

class Twin {
public:
    std::map<Key, TwinValue> values;

    RowCounts merge(const InventedFile& file, std::int64_t id, std::set<ConflictKey>& conflicts) {
        std::map<std::uint32_t, int> strongest;
        for (const FileRow& row : file.rows) {
            int& outcome = strongest[row.line];
            for (const auto& [field, here] : row.values)
                outcome = std::max(outcome, put(file, id, row, field, here, conflicts));
        }
        RowCounts counts;
        for (const auto& [line, outcome] : strongest) {
            ++counts.rowsRead;
            ++(outcome == 4   ? counts.conflicts
               : outcome == 3 ? counts.replaced
               : outcome == 2 ? counts.stored
               : outcome == 1 ? counts.unchanged
                              : counts.ignored);
        }
        return counts;
    }

private:
    /// 4 conflict, 3 replaced, 2 stored, 1 unchanged.
    int put(const InventedFile& file, std::int64_t id, const FileRow& row, Field field, double here,
            std::set<ConflictKey>& conflicts) {
        const ImportTarget& target = file.targets[row.target];
        const int decimals = target.decimals[isBarField(field) ? indexOf(field) : 0];
        const TwinValue mine{here, decimals, id, row.line};
        const auto [held, isNew] =
            values.try_emplace({target.instrument.symbol, target.cadence, field, row.date}, mine);
        if (isNew)
            return 2;
        if (valuesAgree(here, decimals, held->second.value, held->second.decimals))
            return 1;
        conflicts.insert({row.line, row.target, field, here, held->second.value, held->second.line});
        if (file.policy == ConflictPolicy::Keep)
            return 4;
        held->second = mine;
        return 3;
    }
};

std::set<ConflictKey> keysOf(const std::vector<ValueConflict>& conflicts) {
    std::set<ConflictKey> keys;
    for (const ValueConflict& c : conflicts)
        keys.insert({c.line, c.target, c.field, c.here, c.stored, c.storedLine});
    return keys;
}

/// Counts and ranges of the list against the twin.
std::map<std::pair<Symbol, Cadence>, std::uint64_t> barCounts(MarketStore& store) {
    std::map<std::pair<Symbol, Cadence>, std::uint64_t> counts;
    const auto held = store.instruments();
    for (const InstrumentSummary& summary : *held)
        for (const SeriesSummary& series : summary.series)
            if (!series.field)
                counts[{summary.instrument.symbol, series.cadence}] = series.observations;
    return counts;
}

std::map<std::pair<Symbol, Cadence>, std::uint64_t> barCounts(const Twin& twin) {
    std::set<std::tuple<Symbol, Cadence, Date>> rows;
    for (const auto& [key, value] : twin.values)
        if (isBarField(std::get<Field>(key)))
            rows.insert({std::get<Symbol>(key), std::get<Cadence>(key), std::get<Date>(key)});
    std::map<std::pair<Symbol, Cadence>, std::uint64_t> counts;
    for (const auto& [symbol, cadence, date] : rows)
        ++counts[{symbol, cadence}];
    return counts;
}

} // namespace

class TestDeskTwin : public QObject {
    Q_OBJECT

private slots:
    void randomImportsMergeAsTheTwinDoes() {
        for (unsigned seed = 1; seed <= kDesks; ++seed)
            runDesk(seed);
    }

private:
    void runDesk(unsigned seed) {
        const DeskFolder folder;
        const auto store = folder.open();
        RandomFiles files(seed);
        Twin twin;
        for (int i = 0; i < kImportsPerDesk; ++i) {
            const InventedFile file = files.next();
            const Twin before = file.keep ? Twin() : twin;
            std::set<ConflictKey> conflicts;
            const std::int64_t id = static_cast<std::int64_t>(store->imports()->size()) + 1;
            const RowCounts expected = twin.merge(file, id, conflicts);
            const auto receipt = importInto(*store, file);
            QVERIFY2(receipt, receipt ? "" : receipt.error().message.c_str());
            QVERIFY2(receipt->counts == expected,
                     qPrintable(QStringLiteral("seed %1, import %2").arg(seed).arg(i)));
            QVERIFY2(keysOf(receipt->conflicts) == conflicts,
                     qPrintable(QStringLiteral("seed %1, import %2").arg(seed).arg(i)));
            if (!file.keep)
                twin = before;
        }
        compareValues(*store, twin);
    }

    void compareValues(MarketStore& store, const Twin& twin) {
        std::map<Key, double> expected;
        for (const auto& [key, held] : twin.values)
            expected[key] = held.value;
        QVERIFY(contentsOf(store) == expected);
        QVERIFY(barCounts(store) == barCounts(twin));
        for (const auto& [key, held] : twin.values) {
            const auto& [symbol, cadence, field, date] = key;
            if (cadence != Cadence::Daily)
                continue;
            const auto origin = store.origin(symbol, date, field);
            QVERIFY(origin);
            QCOMPARE(origin->value, held.value);
            QCOMPARE(origin->importId, held.importId);
            QCOMPARE(origin->line, held.line);
        }
    }
};

ROTASCOPE_SUITE(TestDeskTwin)
#include "test_desk_twin.moc"
