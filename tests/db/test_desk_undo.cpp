// Taking imports back: the desk is left as if the file had never been imported.
#include "tests/db/desk_fixture.h"
#include "tests/db/random_files.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <vector>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr const char* kUndoneAt = "2025-12-01T00:00:00Z";

/// Everything but the tables about imports.
QByteArray dataOf(const DeskFolder& folder, const char* name = "test.rota") {
    return tablesAsText(folder.path(name), "import_");
}

/// The same with symbols in place of ids, so that desks with another history can be compared.
QByteArray meaningOf(const DeskFolder& folder, const char* name) {
    const QByteArray key = "SELECT symbol, cadence, s.field, ";
    const QByteArray joined = " JOIN series s ON s.id = series_id JOIN instrument i ON i.id = instrument_id "
                              "ORDER BY symbol, cadence, s.field, date";
    QByteArray out;
    for (const char* columns : {"first_date, last_date, observations, fields FROM series s JOIN instrument i "
                                "ON i.id = instrument_id ORDER BY symbol, cadence, field"})
        out += queryAsText(folder.path(name), key + columns);
    out += queryAsText(folder.path(name), key +
                                              "date, open, high, low, close, adj_close, volume, import_id, "
                                              "line FROM bar" +
                                              joined);
    out += queryAsText(folder.path(name), key + "date, value, import_id, line FROM observation" + joined);
    out += queryAsText(folder.path(name),
                       key + "date, o.field, import_id, line FROM bar_origin o" + joined + ", o.field");
    return out;
}

InventedFile replacing(InventedFile file) {
    file.policy = ConflictPolicy::Replace;
    return file;
}

/// What `undo` answers, as "removed restored kept", or the code of its refusal.
QString undone(MarketStore& store, std::int64_t id) {
    const auto receipt = store.undo(id, kUndoneAt);
    if (!receipt)
        return QString::fromStdString(receipt.error().code);
    return QStringLiteral("%1 %2 %3").arg(receipt->removed).arg(receipt->restored).arg(receipt->kept);
}

/// Close of SPX on a day as "value import line"; empty where there is none.
QString close(MarketStore& store, const char* date) {
    const auto origin = store.origin("SPX", day(date), Field::Close);
    return origin ? QStringLiteral("%1 %2 %3").arg(origin->value).arg(origin->importId).arg(origin->line)
                  : QString();
}

} // namespace

class TestDeskUndo : public QObject {
    Q_OBJECT

private slots:
    void theFirstImportIsRemovedWhole() {
        const DeskFolder folder;
        const auto store = folder.open();
        const QByteArray before = dataOf(folder);
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}, {"2024-11-06", 2}})));
        QCOMPARE(undone(*store, 1), QStringLiteral("2 0 0"));
        QCOMPARE(dataOf(folder), before);
        QVERIFY(store->instruments()->empty());
        QVERIFY(store->imports()->front().undone);
        QCOMPARE(*store->imports()->front().undoneAt, std::string(kUndoneAt));
    }

    void whatWasReplacedIsRestoredToTheByte() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile first = closesFile("SPX", {{"2024-11-05", 1}, {"2024-11-06", 2}});
        first.rows[0].values[Field::Open] = 0.5;
        QVERIFY(importInto(*store, first));
        const QByteArray before = dataOf(folder);
        InventedFile second = replacing(closesFile("SPX", {{"2024-11-05", 9}, {"2024-11-07", 3}}));
        second.rows[0].values[Field::High] = 10;
        second.targets.push_back(valueTarget("DGS10"));
        second.rows.push_back({9, 1, day("2024-11-05"), {{Field::Value, 4.3}}});
        QVERIFY(importInto(*store, second));
        QVERIFY(dataOf(folder) != before);
        QCOMPARE(undone(*store, 2), QStringLiteral("2 1 0"));
        QCOMPARE(dataOf(folder), before);
    }

    void anImportThatChangedNothingUndoesToNothing() {
        const DeskFolder folder;
        const auto store = folder.open();
        const InventedFile file = closesFile("SPX", {{"2024-11-05", 1}});
        QVERIFY(importInto(*store, file));
        const QByteArray before = dataOf(folder);
        QVERIFY(importInto(*store, file));
        QCOMPARE(undone(*store, 2), QStringLiteral("0 0 0"));
        QCOMPARE(dataOf(folder), before);
    }

    void aReplacedValueStaysReplacedAndTheChainIsRelinked() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}})));
        QVERIFY(importInto(*store, replacing(closesFile("SPX", {{"2024-11-05", 2}}))));
        QVERIFY(importInto(*store, replacing(closesFile("SPX", {{"2024-11-05", 3}}))));
        QCOMPARE(undone(*store, 2), QStringLiteral("0 0 1"));
        QCOMPARE(close(*store, "2024-11-05"), QStringLiteral("3 3 2"));
        QCOMPARE(undone(*store, 3), QStringLiteral("0 1 0"));
        QCOMPARE(close(*store, "2024-11-05"), QStringLiteral("1 1 2"));
    }

    void undoingTheFirstLeavesWhatReplacedIt() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}, {"2024-11-06", 5}})));
        QVERIFY(importInto(*store, replacing(closesFile("SPX", {{"2024-11-05", 2}}))));
        QCOMPARE(undone(*store, 1), QStringLiteral("1 0 1"));
        QCOMPARE(close(*store, "2024-11-05"), QStringLiteral("2 2 2"));
        QCOMPARE(close(*store, "2024-11-06"), QString());
        QCOMPARE(undone(*store, 2), QStringLiteral("1 0 0"));
        QVERIFY(store->instruments()->empty());
    }

    void aLaterFileThatHoldsTheSameValueTakesItOver() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}, {"2024-11-06", 2}})));
        InventedFile same = closesFile("SPX", {{"2024-11-06", 2.004}, {"2024-11-07", 3}});
        same.rows[0].line = 40;
        QVERIFY(importInto(*store, same));
        QCOMPARE(close(*store, "2024-11-06"), QStringLiteral("2 1 3"));
        QCOMPARE(undone(*store, 1), QStringLiteral("1 0 1"));
        QCOMPARE(close(*store, "2024-11-05"), QString());
        QCOMPARE(close(*store, "2024-11-06"), QStringLiteral("2.004 2 40"));
        QCOMPARE(close(*store, "2024-11-07"), QStringLiteral("3 2 3"));
    }

    void aValueThatWasKeptOutComesInWhenTheOtherGoes() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}})));
        QCOMPARE(importInto(*store, closesFile("SPX", {{"2024-11-05", 7}}))->counts.conflicts,
                 std::uint64_t{1});
        QCOMPARE(undone(*store, 1), QStringLiteral("0 0 1"));
        QCOMPARE(close(*store, "2024-11-05"), QStringLiteral("7 2 2"));
    }

    void anUndoneFileMayBeImportedAgain() {
        const DeskFolder folder;
        const auto store = folder.open();
        const InventedFile file = closesFile("SPX", {{"2024-11-05", 1}});
        QVERIFY(importInto(*store, file));
        QCOMPARE(undone(*store, 1), QStringLiteral("1 0 0"));
        const auto again = importInto(*store, file);
        QVERIFY(!again->alreadyImportedAt);
        QCOMPARE(again->counts.stored, std::uint64_t{1});
        QCOMPARE(close(*store, "2024-11-05"), QStringLiteral("1 2 2"));
    }

    void aSeriesIdIsNeverGivenToAnotherSeries() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}})));
        QCOMPARE(undone(*store, 1), QStringLiteral("1 0 0"));
        QVERIFY(importInto(*store, closesFile("RUT", {{"2024-11-05", 2}})));
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}})));
        QCOMPARE(queryAsText(folder.path(), "SELECT symbol, s.id FROM series s JOIN instrument i ON i.id = "
                                            "instrument_id ORDER BY symbol"),
                 QByteArray("RUT|2|\nSPX|1|\n"));
    }

    void refusals() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("SPX", {{"2024-11-05", 1}})));
        const QByteArray before = tablesAsText(folder.path());
        QCOMPARE(undone(*store, 2), QStringLiteral("no_such_import"));
        QCOMPARE(undone(*store, -1), QStringLiteral("no_such_import"));
        QCOMPARE(undone(*folder.open(DeskMode::Read), 1), QStringLiteral("desk_read_only"));
        QCOMPARE(tablesAsText(folder.path()), before);
        QCOMPARE(undone(*store, 1), QStringLiteral("1 0 0"));
        QCOMPARE(undone(*store, 1), QStringLiteral("already_undone"));
    }

    void theDemoMarkGoesWithTheDemoMarket() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile demo = closesFile("SPX", {{"2024-11-05", 1}});
        demo.path = "demo";
        demo.sha256.clear();
        QVERIFY(importInto(*store, demo));
        QVERIFY(store->markDemo());
        QCOMPARE(undone(*store, 1), QStringLiteral("1 0 0"));
        QVERIFY(!store->info()->demo);
    }

    void randomImportsAndUndosEqualADeskThatNeverSawTheUndoneFiles() {
        for (unsigned seed = 1; seed <= 12; ++seed)
            runDesk(seed);
    }

    void randomUndoOfTheLatestIsByteIdentical() {
        const DeskFolder folder;
        const auto store = folder.open();
        RandomFiles files(99);
        for (int i = 0; i < 60; ++i) {
            InventedFile file = files.next();
            file.keep = true;
            const QByteArray before = dataOf(folder);
            const auto receipt = importInto(*store, file);
            QVERIFY(receipt);
            if (i % 3 == 0)
                continue;
            QVERIFY(store->undo(*receipt->importId, kUndoneAt));
            QCOMPARE(dataOf(folder), before);
        }
    }

private:
    static void runDesk(unsigned seed) {
        const DeskFolder folder;
        RandomFiles files(seed);
        std::vector<InventedFile> imported;
        {
            const auto store = folder.open();
            std::vector<std::int64_t> standing;
            for (int step = 0; step < 60; ++step) {
                if (!standing.empty() && files.one(3)) {
                    const auto at = standing.begin() + static_cast<long>(files.below(standing.size()));
                    QVERIFY(store->undo(*at, kUndoneAt));
                    imported[static_cast<std::size_t>(*at - 1)].rows.clear();
                    standing.erase(at);
                    continue;
                }
                imported.push_back(files.next());
                imported.back().keep = true;
                const auto receipt = importInto(*store, imported.back());
                QVERIFY(receipt);
                standing.push_back(*receipt->importId);
            }
        }
        {
            const auto never = folder.open(DeskMode::Create, "never.rota");
            for (const InventedFile& file : imported)
                QVERIFY(importInto(*never, file));
        }
        QCOMPARE(meaningOf(folder, "test.rota"), meaningOf(folder, "never.rota"));
    }
};

ROTASCOPE_SUITE(TestDeskUndo)
#include "test_desk_undo.moc"
