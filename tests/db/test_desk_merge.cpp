// What an import does to the values that a desk already holds.
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

ImportReceipt done(const Result<ImportReceipt>& receipt) {
    if (!receipt)
        qFatal("%s", receipt.error().message.c_str());
    return *receipt;
}

double closeOn(MarketStore& store, const char* symbol, const char* date) {
    const auto origin = store.origin(symbol, day(date), Field::Close);
    return origin ? origin->value : std::nan("");
}

RowCounts counts(std::uint64_t stored, std::uint64_t unchanged, std::uint64_t replaced,
                 std::uint64_t conflicts) {
    return RowCounts{stored + unchanged + replaced + conflicts, stored, unchanged, replaced, conflicts, 0, 0};
}

const char* outcomeOf(const RowCounts& counts) {
    return counts.stored      ? "stored"
           : counts.unchanged ? "unchanged"
           : counts.replaced  ? "replaced"
                              : "conflict";
}

} // namespace

class TestDeskMerge : public QObject {
    Q_OBJECT

private slots:
    void valuesAgree_data() {
        QTest::addColumn<double>("stored");
        QTest::addColumn<int>("storedDecimals");
        QTest::addColumn<double>("here");
        QTest::addColumn<int>("hereDecimals");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("the same value is unchanged") << 2247.23 << 2 << 2247.23 << 2 << "unchanged";
        QTest::newRow("float noise within a millionth is unchanged")
            << 2247.23 << 2 << 2247.2300001 << 7 << "unchanged";
        QTest::newRow("half a cent against a price in cents is unchanged")
            << 1.25 << 2 << 1.2549 << 4 << "unchanged";
        QTest::newRow("a cent against a price in cents differs") << 1.25 << 2 << 1.26 << 2 << "conflict";
        QTest::newRow("the coarser column may be the new one") << 1.2549 << 4 << 1.25 << 2 << "unchanged";
        QTest::newRow("fine columns on both sides allow only a millionth")
            << 1.2549 << 4 << 1.25 << 4 << "conflict";
        QTest::newRow("whole numbers allow half of one") << 18.0 << 0 << 18.4 << 1 << "unchanged";
    }
    void valuesAgree() {
        QFETCH(double, stored);
        QFETCH(int, storedDecimals);
        QFETCH(double, here);
        QFETCH(int, hereDecimals);
        QFETCH(QString, outcome);
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file = closesFile("RUT", {{"2024-11-06", stored}});
        file.targets = {barTarget("RUT", storedDecimals)};
        done(importInto(*store, file));
        file.rows[0].values[Field::Close] = here;
        file.targets = {barTarget("RUT", hereDecimals)};
        QCOMPARE(outcomeOf(done(importInto(*store, file)).counts), outcome);
        QCOMPARE(closeOn(*store, "RUT", "2024-11-06"), stored);
    }

    void theSameFileTwiceStoresNothingTheSecondTime() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file = closesFile("RUT", {{"2024-11-05", 2260.84}, {"2024-11-06", 2392.92}});
        const ImportReceipt first = done(importInto(*store, file));
        QCOMPARE(first.counts, counts(2, 0, 0, 0));
        QVERIFY(!first.alreadyImportedAt);
        file.importedAt = "2025-12-01T08:00:00Z";
        const ImportReceipt second = done(importInto(*store, file));
        QCOMPARE(second.counts, counts(0, 2, 0, 0));
        QCOMPARE(second.alreadyImportedAt, std::optional<std::string>("2025-11-28T21:05:00Z"));
        QVERIFY(*second.importId > *first.importId);
        QCOMPARE(store->origin("RUT", day("2024-11-06"), Field::Close)->importId, *first.importId);
    }

    void anOverlapStoresOnlyWhatIsNew() {
        const DeskFolder folder;
        const auto store = folder.open();
        done(importInto(*store, closesFile("RUT", {{"2024-11-05", 2260.84}, {"2024-11-06", 2392.92}})));
        const auto receipt = done(importInto(
            *store,
            closesFile("RUT", {{"2024-11-04", 2219.03}, {"2024-11-06", 2392.92}, {"2024-11-07", 2382.69}})));
        QCOMPARE(receipt.counts, counts(2, 1, 0, 0));
        QCOMPARE(store->read("RUT")->daily.dates.size(), std::size_t{4});
    }

    void keepLeavesAndListsWhatDiffers() {
        const DeskFolder folder;
        const auto store = folder.open();
        done(importInto(*store, closesFile("RUT", {{"2024-11-05", 2260.84}, {"2024-11-06", 2392.92}})));
        InventedFile other = closesFile("RUT", {{"2024-11-05", 2260.84}, {"2024-11-06", 2392.93}});
        other.path = "/invented/other.csv";
        const ImportReceipt receipt = done(importInto(*store, other));
        QCOMPARE(receipt.counts, counts(0, 1, 0, 1));
        QCOMPARE(receipt.conflicts.size(), std::size_t{1});
        const ValueConflict& conflict = receipt.conflicts.front();
        QCOMPARE(conflict.line, 3u);
        QCOMPARE(conflict.field, Field::Close);
        QCOMPARE(conflict.date, day("2024-11-06"));
        QCOMPARE(conflict.here, 2392.93);
        QCOMPARE(conflict.stored, 2392.92);
        QCOMPARE(conflict.storedPath, std::string("/invented/prices.csv"));
        QCOMPARE(conflict.storedLine, 3u);
        QCOMPARE(closeOn(*store, "RUT", "2024-11-06"), 2392.92);
    }

    void replaceOverwritesAndRemembersWhatWasThere() {
        const DeskFolder folder;
        auto store = folder.open();
        const auto first =
            done(importInto(*store, closesFile("RUT", {{"2024-11-05", 2260.84}, {"2024-11-06", 2392.92}})));
        InventedFile other = closesFile("RUT", {{"2024-11-06", 2392.93}});
        other.policy = ConflictPolicy::Replace;
        const ImportReceipt receipt = done(importInto(*store, other));
        QCOMPARE(receipt.counts, counts(0, 0, 1, 0));
        QCOMPARE(receipt.conflicts.size(), std::size_t{1});
        const auto origin = store->origin("RUT", day("2024-11-06"), Field::Close);
        QCOMPARE(origin->value, 2392.93);
        QCOMPARE(origin->importId, *receipt.importId);
        QCOMPARE(origin->line, 2u);
        store.reset();
        QVERIFY(tablesAsText(folder.path()).contains("import_past\n1|20033|2|1|3||||2392.92||||\n"));
        QCOMPARE(*first.importId, std::int64_t{1});
    }

    void replacingTwiceKeepsEveryVintage() {
        const DeskFolder folder;
        auto store = folder.open();
        InventedFile file = closesFile("RUT", {{"2024-11-06", 2392.92}});
        file.policy = ConflictPolicy::Replace;
        for (const double close : {2392.92, 2392.95, 2392.99}) {
            file.rows[0].values[Field::Close] = close;
            file.rows[0].line += 10;
            done(importInto(*store, file));
        }
        QCOMPARE(closeOn(*store, "RUT", "2024-11-06"), 2392.99);
        store.reset();
        QVERIFY(tablesAsText(folder.path())
                    .contains("import_past\n1|20033|2|1|12||||2392.92||||\n1|20033|3|2|22||||2392.95||||\n"));
    }

    void aSingleValueIsReplacedInPlace() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file;
        file.targets = {valueTarget("DGS10")};
        file.rows = {{2, 0, day("2024-11-06"), {{Field::Value, 4.42}}}};
        done(importInto(*store, file));
        file.rows[0].values[Field::Value] = 4.43;
        QCOMPARE(done(importInto(*store, file)).counts, counts(0, 0, 0, 1));
        file.policy = ConflictPolicy::Replace;
        QCOMPARE(done(importInto(*store, file)).counts, counts(0, 0, 1, 0));
        const auto origin = store->origin("DGS10", day("2024-11-06"), Field::Value);
        QCOMPARE(origin->value, 4.43);
        QCOMPARE(origin->importId, std::int64_t{3});
        QCOMPARE(store->read("DGS10")->series.front().values, std::vector<double>{4.43});
    }

    void fieldsThatComeLaterKeepTheirOwnOrigin() {
        const DeskFolder folder;
        const auto store = folder.open();
        done(importInto(*store, closesFile("IWM", {{"2025-11-28", 248.8}})));
        InventedFile volumes;
        volumes.path = "/invented/volumes.csv";
        volumes.targets = {barTarget("IWM")};
        volumes.rows = {{7, 0, day("2025-11-28"), {{Field::Close, 248.8}, {Field::Volume, 21e6}}}};
        QCOMPARE(done(importInto(*store, volumes)).counts, counts(1, 0, 0, 0));
        QCOMPARE(store->origin("IWM", day("2025-11-28"), Field::Volume)->line, 7u);
        QCOMPARE(store->origin("IWM", day("2025-11-28"), Field::Volume)->header.path,
                 std::string("/invented/volumes.csv"));
        QCOMPARE(store->origin("IWM", day("2025-11-28"), Field::Close)->line, 2u);
        QCOMPARE(store->read("IWM")->daily.column(Field::Volume), std::vector<double>{21e6});
    }

    void underKeepAMissingFieldIsStoredThoughAnotherConflicts() {
        const DeskFolder folder;
        const auto store = folder.open();
        done(importInto(*store, closesFile("IWM", {{"2025-11-28", 248.8}})));
        InventedFile file;
        file.targets = {barTarget("IWM")};
        file.rows = {{2, 0, day("2025-11-28"), {{Field::Open, 247.1}, {Field::Close, 249.9}}}};
        QCOMPARE(done(importInto(*store, file)).counts, counts(0, 0, 0, 1));
        QCOMPARE(closeOn(*store, "IWM", "2025-11-28"), 248.8);
        QCOMPARE(store->origin("IWM", day("2025-11-28"), Field::Open)->value, 247.1);
    }

    void theToleranceIsThatOfTheFileTheFieldCameFrom() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file = closesFile("IWM", {{"2025-11-28", 248.8031}});
        file.targets = {barTarget("IWM", 4)};
        done(importInto(*store, file));
        InventedFile opens;
        opens.targets = {barTarget("IWM", 1)};
        opens.rows = {{2, 0, day("2025-11-28"), {{Field::Open, 247.1}}}};
        done(importInto(*store, opens));
        InventedFile fine;
        fine.targets = {barTarget("IWM", 4)};
        fine.rows = {{2, 0, day("2025-11-28"), {{Field::Open, 247.1399}, {Field::Close, 248.8031}}}};
        QCOMPARE(done(importInto(*store, fine)).counts, counts(0, 1, 0, 0));
        fine.rows[0].values[Field::Close] = 248.8499;
        QCOMPARE(done(importInto(*store, fine)).counts, counts(0, 0, 0, 1));
    }

    void aWideLineCountsOnceByItsStrongestOutcome() {
        const DeskFolder folder;
        const auto store = folder.open();
        done(importInto(*store, closesFile("SPY", {{"2025-11-26", 679.68}, {"2025-11-28", 683.39}})));
        InventedFile wide;
        wide.targets = {barTarget("SPY"), barTarget("IWM"), barTarget("QQQ")};
        const auto line = [&](std::uint32_t number, const char* date, double spy) {
            wide.rows.push_back({number, 0, day(date), {{Field::Close, spy}}});
            wide.rows.push_back({number, 1, day(date), {{Field::Close, 248.0}}});
            wide.rows.push_back({number, 2, day(date), {}});
        };
        line(2, "2025-11-25", 675.02);
        line(3, "2025-11-26", 679.68);
        line(4, "2025-11-28", 684.00);
        for (const std::size_t blockRows : {1000u, 2u, 1u}) {
            wide.blockRows = blockRows;
            wide.keep = blockRows == 1;
            QCOMPARE(done(importInto(*store, wide)).counts, counts(2, 0, 0, 1));
        }
        QCOMPARE(done(importInto(*store, wide)).counts, counts(0, 2, 0, 1));
        QVERIFY2(!store->read("QQQ"), "a symbol without any value leaves nothing in the desk");
    }

    void rowsInAnyOrderGiveTheSameDesk_data() {
        QTest::addColumn<int>("order");
        QTest::newRow("newest first") << 1;
        QTest::newRow("shuffled") << 2;
    }
    void rowsInAnyOrderGiveTheSameDesk() {
        QFETCH(int, order);
        InventedFile file;
        file.targets = {barTarget("IWM"), barTarget("SPY")};
        for (int i = 0; i < 3000; ++i)
            file.rows.push_back({static_cast<std::uint32_t>(i + 2),
                                 static_cast<std::uint32_t>(i % 2),
                                 day("2010-01-01") + std::chrono::days(i / 2),
                                 {{Field::Close, 100.0 + i}}});
        const DeskFolder folder;
        done(importInto(*folder.open(DeskMode::Create, "oldest first.rota"), file));
        if (order == 1)
            std::reverse(file.rows.begin(), file.rows.end());
        else
            for (std::size_t i = 0; i < file.rows.size(); ++i)
                std::swap(file.rows[i], file.rows[(i * 7919) % file.rows.size()]);
        file.blockRows = 64;
        QCOMPARE(done(importInto(*folder.open(), file)).counts, counts(3000, 0, 0, 0));
        QCOMPARE(tablesAsText(folder.path()), tablesAsText(folder.path("oldest first.rota")));
    }

    /// Symbol after symbol, each newest first: what is written together are whole symbols.
    void symbolsThatComeNewestFirstGiveTheSameDesk_data() {
        QTest::addColumn<bool>("inTwoParts");
        QTest::newRow("each in one piece") << false;
        QTest::newRow("one of them in two pieces") << true;
    }
    void symbolsThatComeNewestFirstGiveTheSameDesk() {
        QFETCH(bool, inTwoParts);
        constexpr int kSymbols = 24;
        constexpr int kDays = 1000;
        InventedFile file;
        for (int symbol = 0; symbol < kSymbols; ++symbol)
            file.targets.push_back(barTarget(("S" + QByteArray::number(10 + symbol)).constData()));
        for (int i = 0; i < kSymbols * kDays; ++i)
            file.rows.push_back({static_cast<std::uint32_t>(i + 2),
                                 static_cast<std::uint32_t>(i / kDays),
                                 day("2010-01-01") + std::chrono::days(i % kDays),
                                 {{Field::Close, 100.0 + i}}});
        const DeskFolder folder;
        done(importInto(*folder.open(DeskMode::Create, "oldest first.rota"), file));
        for (auto first = file.rows.begin(); first != file.rows.end(); first += kDays)
            std::reverse(first, first + kDays);
        if (inTwoParts)
            std::rotate(file.rows.begin() + kDays / 2, file.rows.begin() + kDays, file.rows.end());
        file.blockRows = 700;
        QCOMPARE(done(importInto(*folder.open(), file)).counts, counts(kSymbols * kDays, 0, 0, 0));
        QCOMPARE(tablesAsText(folder.path()), tablesAsText(folder.path("oldest first.rota")));
    }

    void aFileThatIsSparseInALongSeriesIsMergedToo() {
        InventedFile dense;
        dense.targets = {barTarget("IWM")};
        for (int i = 0; i < 5000; ++i)
            dense.rows.push_back({static_cast<std::uint32_t>(i + 2),
                                  0,
                                  day("2000-01-01") + std::chrono::days(2 * i),
                                  {{Field::Close, 100.0 + i}}});
        const DeskFolder folder;
        const auto store = folder.open();
        done(importInto(*store, dense));
        InventedFile sparse;
        sparse.targets = dense.targets;
        for (int i = 0; i < 100; ++i)
            sparse.rows.push_back({static_cast<std::uint32_t>(i + 2),
                                   0,
                                   day("2000-01-01") + std::chrono::days(99 * i),
                                   {{Field::Close, 100.0 + 99 * i / 2}}});
        QCOMPARE(done(importInto(*store, sparse)).counts, counts(50, 50, 0, 0));
    }

    void conflictsAreListedByLineAndOnlyTheFirstThousand() {
        InventedFile file;
        file.targets = {barTarget("IWM")};
        for (int i = 0; i < 1500; ++i)
            file.rows.push_back({static_cast<std::uint32_t>(i + 2),
                                 0,
                                 day("2025-01-01") - std::chrono::days(i),
                                 {{Field::Close, 100.0 + i}}});
        const DeskFolder folder;
        const auto store = folder.open();
        done(importInto(*store, file));
        for (FileRow& row : file.rows)
            row.values[Field::Close] += 1;
        const ImportReceipt receipt = done(importInto(*store, file));
        QCOMPARE(receipt.counts, counts(0, 0, 0, 1500));
        QCOMPARE(receipt.conflicts.size(), kListedIssues);
        for (std::size_t i = 0; i < kListedIssues; ++i)
            QCOMPARE(receipt.conflicts[i].line, static_cast<std::uint32_t>(i + 2));
    }
};

ROTASCOPE_SUITE(TestDeskMerge)
#include "test_desk_merge.moc"
