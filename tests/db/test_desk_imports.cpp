// Imports as transactions: whole or absent, accounted for, and remembered.
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const std::vector<std::pair<const char*, double>> kTwoCloses{{"2024-11-05", 2260.84},
                                                             {"2024-11-06", 2392.92}};

} // namespace

class TestDeskImports : public QObject {
    Q_OBJECT

private slots:
    void aDryRunCountsAndLeavesNothing() {
        const DeskFolder folder;
        auto store = folder.open();
        const QByteArray before = tablesAsText(folder.path());
        InventedFile file = closesFile("RUT", kTwoCloses);
        file.keep = false;
        const auto receipt = importInto(*store, file);
        QCOMPARE(receipt->counts.stored, std::uint64_t{2});
        QVERIFY(!receipt->importId);
        QCOMPARE(tablesAsText(folder.path()), before);
        file.keep = true;
        QCOMPARE(importInto(*store, file)->importId, std::optional<std::int64_t>(1));
    }

    void anImportDroppedHalfwayLeavesNothing() {
        const DeskFolder folder;
        const auto store = folder.open();
        const QByteArray before = tablesAsText(folder.path());
        const InventedFile file = closesFile("RUT", kTwoCloses);
        {
            auto import = store->beginImport(file.header(), file.targets, file.policy);
            QVERIFY((*import)->write(blockOf(file, 0, 1)));
        }
        QCOMPARE(tablesAsText(folder.path()), before);
        QVERIFY2(importInto(*store, file), "the write lock was given back");
    }

    void aKeyMetTwiceEndsTheImport() {
        const DeskFolder folder;
        const auto store = folder.open();
        const QByteArray before = tablesAsText(folder.path());
        const InventedFile twice =
            closesFile("RUT", {{"2024-11-05", 1}, {"2024-11-06", 2}, {"2024-11-05", 3}});
        const auto receipt = importInto(*store, twice);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, std::string("duplicate_row"));
        QCOMPARE(tablesAsText(folder.path()), before);
    }

    void anImportThatFailedStaysFailed() {
        const DeskFolder folder;
        const auto store = folder.open();
        const InventedFile twice = closesFile("RUT", {{"2024-11-05", 1}, {"2024-11-05", 3}});
        const auto import = store->beginImport(twice.header(), twice.targets, twice.policy);
        QVERIFY((*import)->write(blockOf(twice, 0, 1)));
        QVERIFY(!(*import)->write(blockOf(twice, 1, 1)));
        QCOMPARE((*import)->write(blockOf(twice, 0, 1)).error().code, std::string("duplicate_row"));
        QCOMPARE((*import)->finish({}, {}, true).error().code, std::string("duplicate_row"));
        QVERIFY(store->imports()->empty());
    }

    void rowsThatNeverReachedTheStoreJoinTheCounts() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file = closesFile("RUT", kTwoCloses);
        file.outside.rejected = 3;
        file.outside.ignored = 4;
        const auto receipt = importInto(*store, file);
        QCOMPARE(receipt->counts, (RowCounts{9, 2, 0, 0, 0, 3, 4}));
        QVERIFY(receipt->counts.balanced());
        QCOMPARE(store->imports()->front().counts, receipt->counts);
    }

    void aFileThatStoresNothingStillEntersTheHistory() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file = closesFile("RUT", {});
        file.outside.rejected = 2;
        const auto receipt = importInto(*store, file);
        QCOMPARE(receipt->importId, std::optional<std::int64_t>(1));
        QCOMPARE(store->imports()->size(), std::size_t{1});
        QVERIFY(store->instruments()->empty());
        file.targets.clear();
        QCOMPARE(importInto(*store, file)->importId, std::optional<std::int64_t>(2));
    }

    void theHistoryTellsSymbolsRangeAndHeader() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file = closesFile("SPX", kTwoCloses);
        file.targets = {barTarget("SPX"), valueTarget("DGS10")};
        file.rows.push_back({4, 1, day("2024-11-08"), {{Field::Value, 4.3}}});
        QVERIFY(importInto(*store, file));
        const auto records = store->imports();
        const ImportRecord& record = records->front();
        QCOMPARE(record.symbols, (std::vector<Symbol>{"DGS10", "SPX"}));
        QCOMPARE(record.range, (std::optional<DateRange>{{day("2024-11-05"), day("2024-11-08")}}));
        QCOMPARE(record.header.path, file.path);
        QCOMPARE(record.header.sha256, file.sha256);
        QCOMPARE(record.header.bytes, file.header().bytes);
        QCOMPARE(record.header.format, std::string("invented"));
        QCOMPARE(record.header.importedAt, file.importedAt);
        QVERIFY(!record.undone);
    }

    void theRangeOfAnImportIncludesRowsThatChangedNothing() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", kTwoCloses)));
        QVERIFY(importInto(*store, closesFile("SPX", kTwoCloses)));
        QCOMPARE(store->imports()->back().range,
                 (std::optional<DateRange>{{day("2024-11-05"), day("2024-11-06")}}));
    }

    void issuesAndConflictsAreKeptWithTheImport() {
        const DeskFolder folder;
        auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", kTwoCloses)));
        InventedFile file = closesFile("SPX", {{"2024-11-05", 9.5}});
        file.issues = {{7, 3, "not_a_number", "the close is not a number", "10.7abc"}};
        QVERIFY(importInto(*store, file));
        store.reset();
        const QByteArray tables = tablesAsText(folder.path());
        QVERIFY(tables.contains("import_issue\n2|1|7|3|not_a_number|the close is not a number|10.7abc|\n"));
        QVERIFY(tables.contains("import_conflict\n2|1|2|1|20032|close|9.5|2260.84|1|2|\n"));
    }

    void theDemoMarketHasNoHashAndIsNeverAlreadyImported() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file = closesFile("SPX", kTwoCloses);
        file.sha256.clear();
        QVERIFY(importInto(*store, file));
        QVERIFY(!importInto(*store, file)->alreadyImportedAt);
    }

    void anUndoneImportDoesNotCountAsImported() {
        const DeskFolder folder;
        const auto store = folder.open();
        const InventedFile file = closesFile("SPX", kTwoCloses);
        QVERIFY(importInto(*store, file));
        QVERIFY(runSql(folder.path(), "UPDATE import_file SET undone_at = '2025-12-01T00:00:00Z'"));
        QVERIFY(!importInto(*store, file)->alreadyImportedAt);
        QVERIFY(store->imports()->front().undone);
    }

    void theVersionGrowsWithEveryCommittedChangeAndEveryConnectionSeesIt() {
        const DeskFolder folder;
        const auto writer = folder.open();
        const auto reader = folder.open(DeskMode::Read);
        std::uint64_t version = reader->info()->version;
        const auto grew = [&] {
            const std::uint64_t before = std::exchange(version, reader->info()->version);
            return version > before;
        };
        QVERIFY(!grew());
        QVERIFY(importInto(*writer, closesFile("SPX", kTwoCloses)));
        QVERIFY2(grew(), "an import");
        InventedFile dry = closesFile("SPX", kTwoCloses);
        dry.keep = false;
        QVERIFY(importInto(*writer, dry));
        QVERIFY2(!grew(), "a dry run");
        QVERIFY(writer->markDemo());
        QVERIFY2(grew(), "the demo mark");
        QVERIFY(reader->info()->demo);
    }

    void readersSeeTheLastCommittedStateWhileAnImportRuns() {
        const DeskFolder folder;
        const auto writer = folder.open();
        QVERIFY(importInto(*writer, closesFile("SPX", kTwoCloses)));
        const auto reader = folder.open(DeskMode::Read);
        InventedFile more = closesFile("SPX", {{"2024-11-07", 5973.1}});
        const auto import = writer->beginImport(more.header(), more.targets, more.policy);
        QVERIFY((*import)->write(blockOf(more, 0, 1)));
        QCOMPARE(reader->read("SPX")->daily.dates.size(), std::size_t{2});
        QVERIFY((*import)->finish({}, {}, true));
        QCOMPARE(reader->read("SPX")->daily.dates.size(), std::size_t{3});
    }

    void aSecondWriterIsToldThatTheDeskIsLocked() {
        const DeskFolder folder;
        const auto first = folder.open();
        const auto second = folder.open();
        const InventedFile file = closesFile("SPX", kTwoCloses);
        auto import = first->beginImport(file.header(), file.targets, file.policy);
        const auto refused = second->beginImport(file.header(), file.targets, file.policy);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Desk);
        QCOMPARE(refused.error().code, std::string("desk_locked"));
        const auto nested = first->beginImport(file.header(), file.targets, file.policy);
        QCOMPARE(nested.error().code, std::string("desk_locked"));
        QCOMPARE(first->markDemo().error().code, std::string("desk_locked"));
        import->reset();
        QVERIFY(importInto(*second, file));
    }

    void aHugeFileIsLoadedWithoutTheLogAndLeavesTheDeskInLogMode() {
        const DeskFolder folder;
        const auto store = folder.open();
        const InventedFile file = closesFile("SPX", kTwoCloses);
        ImportHeader header = file.header();
        header.bytes = 1u << 30;
        {
            const auto import = store->beginImport(header, file.targets, file.policy);
            QVERIFY((*import)->write(blockOf(file, 0, 2)));
            QVERIFY(QFile::exists(QString::fromStdString(folder.path("test.rota-journal"))));
            QVERIFY((*import)->finish({}, {}, true));
        }
        QCOMPARE(int(fileBytes(folder.path()).at(18)), 2); // the header's word for a write-ahead log
        QCOMPARE(store->read("SPX")->daily.dates.size(), std::size_t{2});
    }

    void aHugeFileKeepsTheLogWhileAnotherReads() {
        const DeskFolder folder;
        const auto store = folder.open();
        const auto reader = folder.open(DeskMode::Read);
        QVERIFY(reader->info());
        const InventedFile file = closesFile("SPX", kTwoCloses);
        ImportHeader header = file.header();
        header.bytes = 1u << 30;
        const auto import = store->beginImport(header, file.targets, file.policy);
        QVERIFY((*import)->write(blockOf(file, 0, 2)));
        QVERIFY(reader->info());
        QVERIFY((*import)->finish({}, {}, true));
        QCOMPARE(reader->read("SPX")->daily.dates.size(), std::size_t{2});
    }
};

ROTASCOPE_SUITE(TestDeskImports)
#include "test_desk_imports.moc"
