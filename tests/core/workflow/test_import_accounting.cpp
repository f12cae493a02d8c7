// Every row is accounted for: what is rejected, ignored, stored, unchanged, replaced or in conflict, and why.
#include "db/open_desk.h"
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A table of 400 days with a column for each of two funds; those of the second as `second` says.
template <class Second>
QByteArray twoFunds(Second second) {
    QByteArray text = "date,IWM,SMH\n";
    for (int row = 0; row < 400; ++row)
        text += QDate(2020, 1, 1).addDays(row).toString(Qt::ISODate).toUtf8() + ",5," +
                QByteArray::number(second(row)) + '\n';
    return text;
}

} // namespace

class TestImportAccounting : public QObject {
    Q_OBJECT

private slots:
    void badRowsAreRejectedAndTheOthersStored_data() {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QStringList>("issues");
        const QByteArray good = "2025-01-02,5,9\n";
        const auto row = [&](const char* name, const QByteArray& more, const char* counts,
                             const QStringList& issues) {
            QTest::newRow(name) << good + more << counts << issues;
        };
        row("two points", "2025-01-03,1.2.3,9\n", "rows 2 stored 1 rejected 1", {"3:2 not_a_number"});
        row("letters behind", "2025-01-03,10.7abc,9\n", "rows 2 stored 1 rejected 1", {"3:2 not_a_number"});
        row("a blank inside", "2025-01-03,10 .9,9\n", "rows 2 stored 1 rejected 1", {"3:2 not_a_number"});
        row("two bad cells of one row", "2025-01-03,x1,y2\n", "rows 2 stored 1 rejected 1",
            {"3:2 not_a_number", "3:3 not_a_number"});
        row("a day that is none", "2025-02-30,5,9\n", "rows 2 stored 1 rejected 1", {"3:1 not_a_date"});
        row("a word for a date", "yesterday,5,9\n", "rows 2 stored 1 rejected 1", {"3:1 not_a_date"});
        row("no date", ",5,9\n", "rows 2 stored 1 rejected 1", {"3:1 not_a_date"});
        row("a serial number among dates", "45600,5,9\n", "rows 2 stored 1 rejected 1", {"3:1 not_a_date"});
        row("before 1800", "1799-12-31,5,9\n", "rows 2 stored 1 rejected 1", {"3:1 date_out_of_range"});
        row("the first day of 1800", "1800-01-01,5,9\n", "rows 2 stored 2", {});
        row("tomorrow", "2026-07-01,5,9\n", "rows 2 stored 2", {});
        row("the day after tomorrow", "2026-07-02,5,9\n", "rows 2 stored 1 rejected 1",
            {"3:1 date_out_of_range"});
        row("a price of zero", "2025-01-03,0,9\n", "rows 2 stored 1 rejected 1", {"3:2 not_positive"});
        row("a negative price", "2025-01-03,-5,9\n", "rows 2 stored 1 rejected 1", {"3:2 not_positive"});
        row("a volume of zero", "2025-01-03,5,0\n", "rows 2 stored 2", {});
        row("a date met again, other values", "2025-01-02,6,9\n", "rows 2 rejected 2",
            {"2:1 duplicate_date", "3:1 duplicate_date"});
        row("a date met again, same values", "2025-01-02,5.0,9\n", "rows 2 stored 1 ignored 1", {});
        row("a date met again, a value more", "2025-01-02,5,\n", "rows 2 rejected 2",
            {"2:1 duplicate_date", "3:1 duplicate_date"});
        row("a date met thrice, once otherwise", "2025-01-02,5,9\n2025-01-03,5,9\n2025-01-02,5,8\n",
            "rows 4 stored 1 rejected 3", {"2:1 duplicate_date", "3:1 duplicate_date", "5:1 duplicate_date"});
        row("a bad row is no repeat", "2025-01-02,x,9\n", "rows 2 stored 1 rejected 1", {"3:2 not_a_number"});
        row("too few cells", "2025-01-03,5\n", "rows 2 stored 1 rejected 1", {"3:0 wrong_field_count"});
        row("too many cells", "2025-01-03,5,9,7\n", "rows 2 stored 1 rejected 1", {"3:0 wrong_field_count"});
        row("empty cells too many", "2025-01-03,5,9,,\n", "rows 2 stored 2", {});
        row("missing values in every way", "2025-01-03,,--\n2025-01-06,N/A,NaN\n",
            "rows 3 stored 1 ignored 2", {});
        row("one value missing", "2025-01-03,,7\n", "rows 2 stored 2", {});
        row("blank lines, a header again, a footer",
            "\nDate,Close,Volume\n,,\n2025-01-03,5,9\n\nSource: invented\n", "rows 7 stored 2 ignored 5", {});
        row("a footer in several cells", "Source: A, B, C\n", "rows 2 stored 1 ignored 1", {});
    }

    void badRowsAreRejectedAndTheOthersStored() {
        QFETCH(QByteArray, rows);
        QFETCH(QString, counts);
        QFETCH(QStringList, issues);
        MemoryStore store;
        const FileImport file = importText(store, "IWM.csv", "Date,Close,Volume\n" + rows);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(countsText(file.counts), counts);
        QVERIFY(file.counts.balanced());
        QCOMPARE(issueTexts(file), issues);
        QCOMPARE(file.issueCount, std::uint64_t(issues.size()));
    }

    void anIssueShowsTheCellAndItsHeading() {
        MemoryStore store;
        const FileImport file =
            importText(store, "IWM.csv", "Date,Close\n2025-01-02,5\n2025-01-03, 10.7abc \n");
        QCOMPARE(file.issues.at(0).text, std::string("10.7abc"));
        QCOMPARE(file.issues.at(0).message, std::string("Close is not a number"));
    }

    void navMustBePositiveAndSingleValuesNeedNot() {
        MemoryStore store;
        QCOMPARE(
            issueTexts(importText(store, "IWM.csv", "Date,NAV,Shares\n2025-01-02,5,1\n2025-01-03,0,2\n")),
            QStringList{"3:2 not_positive"});
        QCOMPARE(countsText(importText(store, "x.csv", "Date,DGS2\n2025-01-02,0\n2025-01-03,-0.1\n").counts),
                 QString("rows 2 stored 2"));
        QCOMPARE(
            countsText(
                importText(store, "x.csv", "date,ticker,flow\n2025-01-02,IWM,0\n2025-01-03,IWM,-5\n").counts),
            QString("rows 2 stored 2"));
    }

    void aFewImpossiblePricesOfAWideTableLoseOnlyTheirCells() {
        const QByteArray text = twoFunds([](int row) { return row == 200 ? -1e7 : row == 300 ? 0 : 8; });
        MemoryStore store;
        const FileImport file = importText(store, "x.csv", text);
        QCOMPARE(countsText(file.counts), QString("rows 400 stored 400"));
        QCOMPARE(file.cellsRejected, std::uint64_t(2));
        QCOMPARE(thingsToLookAt(file), std::uint64_t(2));
        QCOMPARE(file.issueCount, std::uint64_t(2));
        QCOMPARE(issueTexts(file), (QStringList{"202:3 not_positive", "302:3 not_positive"}));
        QCOMPARE(store.value("SMH", Field::Close, day("2020-07-18")), 8.0);
        QVERIFY(!std::isfinite(store.value("SMH", Field::Close, day("2020-07-19"))));
        QCOMPARE(store.value("IWM", Field::Close, day("2020-07-19")), 5.0);
        // What a file says of earlier days is the same without the bad cell.
        MemoryStore earlier;
        importText(earlier, "x.csv", text.left(text.indexOf("2020-07-01")));
        QCOMPARE(earlier.value("SMH", Field::Close, day("2020-03-02")), 8.0);
    }

    void aRowWithNothingButAnImpossiblePriceIsRejected() {
        QByteArray text = twoFunds([](int) { return 8; });
        text += "2021-06-01,,-8\n";
        MemoryStore store;
        const FileImport file = importText(store, "x.csv", text);
        QCOMPARE(countsText(file.counts), QString("rows 401 stored 400 rejected 1"));
        QCOMPARE(file.cellsRejected, std::uint64_t(0));
        QCOMPARE(issueTexts(file), QStringList{"402:3 not_positive"});
    }

    void aSeriesThatPassesThroughZeroIsNoPrice() {
        MemoryStore store;
        const FileImport file = importText(
            store, "x.csv", twoFunds([](int row) { return row == 399 ? -0.01 : (400 - row) / 100.0; }));
        QCOMPARE(file.cellsRejected, std::uint64_t(0));
        QCOMPARE(store.value("SMH", Field::Value, day("2021-02-03")), -0.01);
        // A table holds one kind of thing, and half of this one are no prices.
        QCOMPARE(store.value("IWM", Field::Value, day("2021-02-03")), 5.0);
    }

    void aSeriesWithManyValuesBelowZeroIsNoPrice() {
        MemoryStore store;
        importText(store, "x.csv", twoFunds([](int row) { return row % 100 == 99 ? -8.0 : 8.0; }));
        QCOMPARE(store.value("SMH", Field::Value, day("2020-04-09")), -8.0);
    }

    void aColumnOfMalformedNumbersIsRejectedAndOneOfWordsRefused() {
        MemoryStore store;
        const FileImport file = importText(
            store, "IWM.csv", "Date,Close\n2025-01-02,1.2.3\n2025-01-03,10.7abc\n2025-01-06,10 .9\n");
        QCOMPARE(countsText(file.counts), QString("rows 3 rejected 3"));
        QVERIFY(!file.error);
        QCOMPARE(codeOf(importText(store, "IWM.csv", "Date,Close\n2025-01-02,abc\n")),
                 std::string("no_number_column"));
        QCOMPARE(countsText(importText(store, "IWM.csv", "Date,Close,Volume\n2025-01-02,5,abc\n").counts),
                 QString("rows 1 rejected 1"));
    }

    void aRowWithoutATickerIsRejected() {
        MemoryStore store;
        const FileImport file = importText(
            store, "x.csv", "date,ticker,close\n2025-01-02,IWM,5\n2025-01-03,,5\n2025-01-06,??,5\n");
        QCOMPARE(countsText(file.counts), QString("rows 3 stored 1 rejected 2"));
        QCOMPARE(issueTexts(file), (QStringList{"3:2 no_ticker", "4:2 no_ticker"}));
    }

    void oneDateOfTwoTickersIsNoRepeat() {
        MemoryStore store;
        const FileImport file = importText(store, "x.csv",
                                           "date,ticker,close\n2025-01-02,IWM,5\n2025-01-02,SPY,6\n"
                                           "2025-01-01,IWM,4\n2025-01-01,SPY,7\n2025-01-02,SPY,8\n");
        QCOMPARE(countsText(file.counts), QString("rows 5 stored 3 rejected 2"));
    }

    void theSameFileAgainChangesNothing() {
        MemoryStore store;
        const QByteArray text = "Date,Close,Volume\n2025-01-02,5,9\n2025-01-03,6,\n";
        const FileImport first = importText(store, "IWM.csv", text);
        const FileImport again = importText(store, "IWM.csv", text);
        QCOMPARE(countsText(first.counts), QString("rows 2 stored 2"));
        QCOMPARE(countsText(again.counts), QString("rows 2 unchanged 2"));
        QVERIFY(!first.alreadyImportedAt);
        QCOMPARE(*again.alreadyImportedAt, std::string("2026-06-30T12:00:00Z"));
        QCOMPARE(first.sha256, again.sha256);
    }

    void aDifferingValueIsAConflictOrReplaced() {
        MemoryStore store;
        importText(store, "IWM.csv", "Date,Close,Volume\n2025-01-02,5.00,9\n2025-01-03,6.00,\n");
        const QByteArray other =
            "Date,Open,Close,Volume\n2025-01-02,4.50,5.10,9\n2025-01-03,5.50,6.00,7\n2025-01-06,1,7,7\n";
        const FileImport kept = importText(store, "IWM.csv", other);
        QCOMPARE(countsText(kept.counts), QString("rows 3 stored 2 conflicts 1"));
        QCOMPARE(issueTexts(kept), QStringList{"2:3 conflict"});
        QCOMPARE(kept.issues.at(0).text, std::string("5.10"));
        QCOMPARE(kept.issues.at(0).message,
                 std::string("IWM close of 2025-01-02 5.10 here, 5.00 stored (from IWM.csv line 2)"));
        QCOMPARE(store.value("IWM", Field::Close, day("2025-01-02")), 5.0);
        QCOMPARE(store.value("IWM", Field::Open, day("2025-01-02")), 4.5);

        ImportOptions options = quietOptions();
        options.onConflict = ConflictPolicy::Replace;
        const FileImport replaced = importText(store, "IWM.csv", other, options);
        QCOMPARE(countsText(replaced.counts), QString("rows 3 unchanged 2 replaced 1"));
        QCOMPARE(issueTexts(replaced), QStringList{"2:3 replaced"});
        QCOMPARE(store.value("IWM", Field::Close, day("2025-01-02")), 5.1);
    }

    void valuesAgreeWithinTheCoarserColumn() {
        MemoryStore store;
        importText(store, "IWM.csv", "Date,Close,Volume\n2025-01-02,228.4812,35551234\n");
        const FileImport coarse =
            importText(store, "IWM.csv",
                       "Date,Price,Vol.,Change %\n01/02/2025,228.48,35.55M,1%\n01/13/2025,230.00,1.00M,1%\n");
        QCOMPARE(countsText(coarse.counts), QString("rows 2 stored 1 unchanged 1"));
    }

    void aDryRunLeavesNothing() {
        MemoryStore store;
        ImportOptions options = quietOptions();
        options.dryRun = true;
        const FileImport file = importText(store, "IWM.csv", "Date,Close\n2025-01-02,5\n", options);
        QCOMPARE(countsText(file.counts), QString("rows 1 stored 1"));
        QVERIFY(!file.importId);
        QVERIFY(store.desk().values.empty());
    }

    void moreIssuesThanAreListedAreStillCounted() {
        QByteArray text = "Date,Close\n2025-01-02,5\n";
        for (int row = 0; row < 2500; ++row)
            text += QDate(1990, 1, 1).addDays(row).toString(Qt::ISODate).toUtf8() + ",bad\n";
        text += "2025-01-03,6\n";
        // Enough numbers, or the column would hold words.
        MemoryStore store;
        const FileImport file = importText(store, "IWM.csv", text);
        QCOMPARE(countsText(file.counts), QString("rows 2502 stored 2 rejected 2500"));
        QCOMPARE(file.issues.size(), kListedIssues);
        QCOMPARE(file.issueCount, std::uint64_t(2500));
    }

    void everyRepeatIsFoundHoweverManyThereAre() {
        QByteArray text = "Date,Close\n";
        for (const char* close : {"5", "5", "6"})
            for (int row = 0; row < 20000; ++row)
                text += QDate(1900, 1, 1).addDays(row).toString(Qt::ISODate).toUtf8() + ',' +
                        (row % 4 == 0 ? close : "7") + '\n';
        MemoryStore store;
        const FileImport file = importText(store, "IWM.csv", text);
        QCOMPARE(countsText(file.counts), QString("rows 60000 stored 15000 rejected 15000 ignored 30000"));
        QVERIFY(file.issues.at(1).message.empty() == false);
    }

    void theDeskOnSqliteTellsTheSame_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("bars with trouble") << QByteArray("Date,Close,Volume\n2025-01-02,5.5,9\n2025-01-03,x,"
                                                         "9\n2025-01-06,,\n2025-01-07,6,1\n2025-01-07,6,1\n");
        QTest::newRow("a wide table")
            << QByteArray("date,IWM,SPY,DGS2\n2025-01-02,5,6,\n2025-01-03,,7,4.1\n2025-01-06,,,\n");
        QTest::newRow("a long table") << QByteArray(
            "date,ticker,shares,nav\n2025-01-02,IWM,5,6\n2025-01-02,SPY,5,\n2025-01-03,IWM,,6.5\n");
    }

    void theDeskOnSqliteTellsTheSame() {
        QFETCH(QByteArray, text);
        const ImportFolder folder;
        auto desk = openDesk(folder.path("desk.rota"), DeskMode::Create);
        QVERIFY2(desk, desk ? "" : desk.error().message.c_str());
        MemoryStore memory;
        const QByteArray changed = QByteArray(text).replace(",6", ",6.25");
        for (const QByteArray& file : {text, text, changed}) {
            const FileImport here = importText(**desk, "IWM.csv", file);
            const FileImport twin = importText(memory, "IWM.csv", file);
            QCOMPARE(codeOf(here), codeOf(twin));
            QCOMPARE(countsText(here.counts), countsText(twin.counts));
            QCOMPARE(issueTexts(here), issueTexts(twin));
            QVERIFY(here.counts.balanced());
        }
    }
};

ROTASCOPE_SUITE(TestImportAccounting)
#include "test_import_accounting.moc"
