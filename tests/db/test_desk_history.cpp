// What the desk knew before: values as of an earlier day, vintages of one value, kept texts.
#include "tests/db/desk_fixture.h"
#include "tests/db/random_files.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <vector>

using namespace rotascope;
using namespace rotascope::test;

namespace {

InventedFile onDay(InventedFile file, const char* date, ConflictPolicy policy = ConflictPolicy::Keep) {
    file.importedAt = std::string(date) + "T12:00:00Z";
    file.policy = policy;
    return file;
}

/// Closes of SPX as known on a day: "date=value …", or the code of the refusal.
QString knownOn(const DeskFolder& folder, const char* date) {
    const auto store = folder.open(DeskMode::Read);
    if (const auto back = store->lookBack(day(date)); !back)
        return QString::fromStdString(back.error().code);
    const auto data = store->read("SPX");
    if (!data)
        return QString::fromStdString(data.error().code);
    QStringList out;
    for (std::size_t i = 0; i < data->daily.dates.size(); ++i)
        out += QStringLiteral("%1=%2")
                   .arg(QString::fromStdString(isoText(data->daily.dates[i])).mid(5))
                   .arg(data->daily.column(Field::Close)[i]);
    return out.join(' ');
}

} // namespace

class TestDeskHistory : public QObject {
    Q_OBJECT

private slots:
    void valuesAreThoseOfTheDay() {
        const DeskFolder folder;
        const auto store = folder.open();
        const auto replace = ConflictPolicy::Replace;
        QVERIFY(importInto(*store,
                           onDay(closesFile("SPX", {{"2024-11-05", 1}, {"2024-11-06", 2}}), "2025-01-01")));
        QVERIFY(importInto(
            *store, onDay(closesFile("SPX", {{"2024-11-05", 7}, {"2024-11-07", 3}}), "2025-02-01", replace)));
        QVERIFY(importInto(*store, onDay(closesFile("SPX", {{"2024-11-05", 8}}), "2025-03-01", replace)));
        QVERIFY(store->undo(2, "2025-04-01T00:00:00Z"));
        QVERIFY(store->undo(3, "2025-05-01T23:59:59Z"));
        QCOMPARE(knownOn(folder, "2024-12-31"), QStringLiteral("nothing_known"));
        QCOMPARE(knownOn(folder, "2025-01-01"), QStringLiteral("11-05=1 11-06=2"));
        QCOMPARE(knownOn(folder, "2025-01-31"), QStringLiteral("11-05=1 11-06=2"));
        QCOMPARE(knownOn(folder, "2025-02-01"), QStringLiteral("11-05=7 11-06=2 11-07=3"));
        QCOMPARE(knownOn(folder, "2025-03-31"), QStringLiteral("11-05=8 11-06=2 11-07=3"));
        QCOMPARE(knownOn(folder, "2025-04-01"), QStringLiteral("11-05=8 11-06=2"));
        QCOMPARE(knownOn(folder, "2025-05-01"), QStringLiteral("11-05=1 11-06=2"));
        QCOMPARE(knownOn(folder, "2030-01-01"), QStringLiteral("11-05=1 11-06=2"));
    }

    void restatedValuesAreThoseThatDiffer() {
        const DeskFolder folder;
        const auto store = folder.open();
        const auto replace = ConflictPolicy::Replace;
        QVERIFY(importInto(
            *store, onDay(closesFile("SPX", {{"2024-11-05", 100}, {"2024-11-06", 200}}), "2025-01-01")));
        QVERIFY(importInto(*store, onDay(closesFile("SPX", {{"2024-11-05", 101}, {"2024-11-07", 3}}),
                                         "2025-02-01", replace)));
        QVERIFY(importInto(*store, onDay(closesFile("SPX", {{"2024-11-06", 220}}), "2025-03-01", replace)));
        QVERIFY(store->restatedSince("2024-12-01T00:00:00Z")->empty()); // nothing was known then
        const auto all = store->restatedSince("2025-01-01T12:00:00Z");
        QCOMPARE(all->size(), std::size_t{1});
        QCOMPARE(all->front().symbol, Symbol("SPX"));
        QCOMPARE(all->front().field, Field::Close);
        QCOMPARE(all->front().changed, std::uint64_t{2});
        QCOMPARE(all->front().removed, std::uint64_t{0});
        QCOMPARE(all->front().date, day("2024-11-06"));
        QCOMPARE(all->front().then, 200.0);
        QCOMPARE(all->front().now, 220.0);
        QCOMPARE(store->restatedSince("2025-02-28T00:00:00Z")->front().changed, std::uint64_t{1});
        QVERIFY(store->restatedSince("2025-03-01T12:00:00Z")->empty());
        // Looked back to February, March's is still to come; taken back, a value is gone or as it was.
        const auto then = folder.open(DeskMode::Read);
        QVERIFY(then->lookBack(day("2025-02-15")));
        QCOMPARE(then->restatedSince("2025-01-01T12:00:00Z")->front().now, 101.0);
        QVERIFY(store->undo(2, "2025-04-01T00:00:00Z"));
        const auto undone = store->restatedSince("2025-02-01T12:00:00Z");
        QCOMPARE(undone->front().changed, std::uint64_t{2});
        QCOMPARE(undone->front().removed, std::uint64_t{1});
        QCOMPARE(store->restatedSince("2025-01-01T12:00:00Z")->front().changed, std::uint64_t{1});
    }

    void whatIsGoneNowIsStillKnownThen() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, onDay(closesFile("SPX", {{"2024-11-05", 1}}), "2025-01-01")));
        QVERIFY(store->undo(1, "2025-02-01T00:00:00Z"));
        QVERIFY(importInto(*store, onDay(closesFile("RUT", {{"2024-11-05", 9}}), "2025-03-01")));
        QCOMPARE(knownOn(folder, "2025-01-15"), QStringLiteral("11-05=1"));
        QCOMPARE(knownOn(folder, "2025-03-15"), QStringLiteral("unknown_symbol"));
        const auto then = folder.open(DeskMode::Read);
        QVERIFY(then->lookBack(day("2025-01-15")));
        const auto held = then->instruments();
        QCOMPARE(held->size(), std::size_t{1});
        QCOMPARE(held->front().instrument, describeSymbol("SPX"));
        QCOMPARE(held->front().series.front().observations, std::uint64_t{1});
        QCOMPARE(then->origin("SPX", day("2024-11-05"), Field::Close)->importId, std::int64_t{1});
    }

    void anEmptyDeskKnowsNothingOnAnyDay() {
        const DeskFolder folder;
        QCOMPARE(folder.open()->lookBack(day("2025-01-01")).error().code, std::string("nothing_known"));
    }

    void randomHistoriesAreReadBackDayByDay() {
        for (unsigned seed = 1; seed <= 4; ++seed)
            readBack(seed);
    }

    void vintagesTellWhatStoodThereAndWhy() {
        const DeskFolder folder;
        const auto store = folder.open();
        const auto replace = ConflictPolicy::Replace;
        QVERIFY(importInto(*store, onDay(closesFile("SPX", {{"2024-11-05", 1}}), "2025-01-01")));
        QVERIFY(importInto(*store, onDay(closesFile("SPX", {{"2024-11-05", 7}}), "2025-02-01", replace)));
        QVERIFY(store->undo(2, "2025-04-01T00:00:00Z"));
        const auto past = store->vintages("SPX", day("2024-11-05"), Field::Close);
        QCOMPARE(past->size(), std::size_t{2});
        QCOMPARE(past->front().value, 7.0);
        QCOMPARE(past->front().importId, std::int64_t{2});
        QCOMPARE(past->front().endedBy, std::int64_t{2});
        QVERIFY(past->front().byUndo);
        QCOMPARE(past->front().until, std::string("2025-04-01T00:00:00Z"));
        QCOMPARE(past->back().value, 1.0);
        QCOMPARE(past->back().line, 2u);
        QCOMPARE(past->back().endedBy, std::int64_t{2});
        QVERIFY(!past->back().byUndo);
        QCOMPARE(past->back().until, std::string("2025-02-01T12:00:00Z"));
        QVERIFY(store->vintages("SPX", day("2024-11-06"), Field::Close)->empty());
        QVERIFY(store->vintages("SPX", day("2024-11-05"), Field::Open)->empty());
        QVERIFY(store->vintages("NONE", day("2024-11-05"), Field::Close)->empty());
    }

    void aKeptTextComesBackWholeAndIsKeptOnce() {
        const DeskFolder folder;
        const auto store = folder.open();
        QByteArray text;
        for (int i = 0; i < 100'000; ++i)
            text += QByteArray::number(i * 7919 % 100'003) + ",\n";
        InventedFile file = closesFile("SPX", {{"2024-11-05", 1}});
        for (int time = 0; time < 2; ++time) {
            const auto original = store->newOriginal();
            original->add("forgotten");
            original->restart();
            for (qsizetype at = 0; at < text.size(); at += 65'536)
                original->add(text.mid(at, 65'536).toStdString());
            const auto import = store->beginImport(file.header(), file.targets, file.policy);
            QVERIFY((*import)->keepOriginal(*original));
            QVERIFY((*import)->finish({}, {}, true));
        }
        QCOMPARE(QByteArray::fromStdString(**store->originalText("aa")), text);
        QVERIFY(!*store->originalText("bb"));
        QCOMPARE(queryAsText(folder.path(),
                             "SELECT count(*), sum(bytes), sum(length(data)) < sum(bytes) FROM "
                             "import_original"),
                 QByteArray("1|") + QByteArray::number(text.size()) + "|1|\n");
    }

    void aDamagedTextIsASentence() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(runSql(folder.path(), "INSERT INTO import_original VALUES ('aa', 10, x'00112233')"));
        QCOMPARE(store->originalText("aa").error().code, std::string("corrupt_desk"));
    }

private:
    static void readBack(unsigned seed) {
        const DeskFolder folder;
        const auto store = folder.open();
        RandomFiles files(seed);
        std::vector<std::map<ValueKey, double>> known;
        std::vector<std::int64_t> standing;
        const Date start = day("2025-01-01");
        for (int step = 0; step < 40; ++step) {
            const std::string at = isoText(start + std::chrono::days(step)) + "T10:00:00Z";
            if (!standing.empty() && files.one(3)) {
                const auto gone = standing.begin() + static_cast<long>(files.below(standing.size()));
                QVERIFY(store->undo(*gone, at));
                standing.erase(gone);
            } else {
                InventedFile file = files.next();
                file.keep = true;
                file.importedAt = at;
                standing.push_back(*importInto(*store, file)->importId);
            }
            known.push_back(contentsOf(*store));
        }
        for (std::size_t step = 0; step < known.size(); ++step) {
            QVERIFY(store->lookBack(start + std::chrono::days(step)));
            QVERIFY2(contentsOf(*store) == known[step],
                     qPrintable(QStringLiteral("seed %1, day %2").arg(seed).arg(step)));
        }
    }
};

ROTASCOPE_SUITE(TestDeskHistory)
#include "test_desk_history.moc"
