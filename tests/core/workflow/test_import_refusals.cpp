// Files refused whole: nothing is stored, and the sentence says what to do. One row per refusal.
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QFile>
#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

class TestImportRefusals : public QObject {
    Q_OBJECT

private slots:
    void aFileThatCannotBeKnownIsRefusedWhole_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const QByteArray header = "Date,Close\n";
        QTest::newRow("empty") << "IWM.csv" << QByteArray() << "empty_file"
                               << "is empty";
        QTest::newRow("blank lines only") << "IWM.csv" << QByteArray("\n \n\n") << "empty_file"
                                          << "blank lines";
        QTest::newRow("a byte order mark only") << "IWM.csv" << QByteArray("\xEF\xBB\xBF") << "empty_file"
                                                << "";
        QTest::newRow("header only") << "IWM.csv" << header << "header_only"
                                     << "no rows";
        QTest::newRow("binary") << "IWM.csv" << QByteArray("\x7f\x01\x02\x03\x04\x05\x06 abc")
                                << "binary_file"
                                << "binary";
        QTest::newRow("a NUL byte") << "IWM.csv" << header + QByteArray("2025-01-02,1\0\n", 14) << "nul_byte"
                                    << "Line 2";
        QTest::newRow("an unbalanced quote") << "IWM.csv" << header + "2025-01-02,\"5\n2025-01-03,6\n"
                                             << "unbalanced_quote"
                                             << "line 2";
        QTest::newRow("an unbalanced quote in the header")
            << "IWM.csv" << QByteArray("\"Date,Close\n2025-01-02,5\n") << "unbalanced_quote"
            << "line 1";
        QTest::newRow("a line over 1 MB")
            << "IWM.csv" << header + "2025-01-02," + QByteArray(1100000, '1') + "\n"
            << "line_too_long"
            << "Line 2";
        QTest::newRow("no date column") << "IWM.csv" << QByteArray("Name,Close\nfoo,5\n") << "no_date_column"
                                        << "";
        QTest::newRow("a date column without dates") << "IWM.csv" << header + "foo,5\nbar,6\n"
                                                     << "no_date_column"
                                                     << "Column 1 (Date)";
        QTest::newRow("no number column")
            << "IWM.csv" << QByteArray("Date,Holiday\n2025-01-01,New Year\n") << "no_number_column"
            << "";
        QTest::newRow("only missing values") << "IWM.csv" << header + "2025-01-02,.\n2025-01-03,\n"
                                             << "no_number_column"
                                             << "";
        QTest::newRow("data without a header")
            << "IWM.csv" << QByteArray("2025-01-02,5\n2025-01-03,6\n") << "no_header"
            << "Line 1";
        QTest::newRow("a list of trades")
            << "IWM.csv"
            << QByteArray("Trade Date,Symbol,Side,Quantity,Price\n11/17/2025,IWM,BUY,100,241.5\n")
            << "list_of_trades"
            << "Column 3 (Side)";
        QTest::newRow("a column for each day")
            << "funds.csv"
            << QByteArray("Name,Ticker,2025-11-24,2025-11-25,2025-11-26\nA fund,IWM,245.5,246.5,247.5\n")
            << "dates_side_by_side"
            << "Line 1";
        QTest::newRow("headings that name nothing")
            << "prices.csv"
            << QByteArray("\xE6\x97\xA5\xE6\x9C\x9F,\xE6\x94\xB6\xE7\x9B\x98\n2025-11-28,241.5\n")
            << "nameless_column"
            << "column 2";
        QTest::newRow("the day a fund began, and no other")
            << "screener.csv" << QByteArray("Ticker,Inception Date,AUM\nIWM,05/22/2000,7100\n")
            << "undated_table"
            << "--date";
        QTest::newRow("undecidable date order") << "IWM.csv" << header + "04/05/2025,5.5\n05/06/2025,6\n"
                                                << "undecidable_date_order"
                                                << "--date-order";
        QTest::newRow("undecidable decimal sign")
            << "IWM.csv" << QByteArray("Date;Close\n2025-01-02;1.234\n2025-01-03;1.235\n")
            << "undecidable_decimal"
            << "--decimal";
        QTest::newRow("no symbol") << "prices.csv" << header + "2025-01-02,5\n"
                                   << "no_symbol"
                                   << "--symbol";
        QTest::newRow("a symbol in lower case is none") << "iwm.csv" << header + "2025-01-02,5\n"
                                                        << "no_symbol"
                                                        << "--symbol";
        QTest::newRow("two columns of one name")
            << "IWM.csv" << QByteArray("Date,Close,Close\n2025-01-02,5,6\n") << "duplicate_column"
            << "2 and 3";
        QTest::newRow("two columns of one symbol")
            << "x.csv" << QByteArray("Date,^GSPC,SPX\n2025-01-02,5,6\n") << "duplicate_column"
            << "SPX";
        QTest::newRow("another table below, under another header")
            << "IWM.csv" << header + "2025-01-02,5\n2025-01-03,6\n\nDate,SPY\n2025-01-06,500\n"
            << "several_tables"
            << "line 5";
        QTest::newRow("another table below, of the same columns in another order")
            << "IWM.csv" << QByteArray("Date,Open,Close\n2025-01-02,5,6\nDate,Close,Open\n2025-01-03,7,6\n")
            << "several_tables"
            << "line 3";
        QTest::newRow("another table below, of another ticker")
            << "x.csv"
            << QByteArray("Ticker: IWM\nDate,Close\n2025-01-02,5\nTicker: SPY\nDate,Close\n2025-01-03,500\n")
            << "several_tables"
            << "line 4";
        QTest::newRow("millions above the table")
            << "flows.csv"
            << QByteArray("ETF net flows\n(USD millions)\n\nDate,Ticker,Flow\n2025-11-10,IWM,-120.5\n")
            << "unit_elsewhere"
            << "USD millions";
        QTest::newRow("millions below the header")
            << "flows.csv" << QByteArray("Date,Ticker,Flow\n,,USD mn\n2025-11-10,IWM,-120.5\n")
            << "unit_elsewhere"
            << "Line 2";
        QTest::newRow("millions behind the table")
            << "flows.csv"
            << QByteArray("Date,Ticker,Flow\n2025-11-10,IWM,-120.5\nNote: figures in thousands.\n")
            << "unit_elsewhere"
            << "Line 3";
        QTest::newRow("Bloomberg's flows without a unit")
            << "bbg.csv" << QByteArray(",IWM US Equity,\nDates,PX_LAST,FUND_FLOW\n2025-11-10,241.5,-120.5\n")
            << "unit_elsewhere"
            << "FUND_FLOW ($M)";
        QTest::newRow("a title with its unit in one word")
            << "flows.csv"
            << QByteArray("ETF Daily Fund Flows ($M)\n\nDate,Ticker,Flow\n2025-11-10,IWM,-120.5\n")
            << "unit_elsewhere"
            << "$M";
        QTest::newRow("millions of dollars")
            << "flows.csv" << QByteArray("Millions of dollars\nDate,Ticker,Flow\n2025-11-10,IWM,-120.5\n")
            << "unit_elsewhere"
            << "Millions of dollars";
        QTest::newRow("a column of units")
            << "flows.csv" << QByteArray("Date,Ticker,Flow,Unit\n2025-11-10,IWM,-120.5,USD mn\n")
            << "unit_elsewhere"
            << "USD mn";
        QTest::newRow("a column of currencies")
            << "flows.csv" << QByteArray("Date,Ticker,Flow,Currency\n2025-11-10,IWM,-120.5,EUR\n")
            << "other_currency"
            << "EUR";
        QTest::newRow("another country's dollars")
            << "flows.csv" << QByteArray("Date,Ticker,Flow,Currency\n2025-11-10,IWM,-120.5,Canadian Dollar\n")
            << "other_currency"
            << "Canadian Dollar";
        QTest::newRow("cells in pounds")
            << "flows.csv" << QByteArray("Date,Ticker,Flow\n2025-11-10,IWM,\xC2\xA3-120.5m\n")
            << "other_currency"
            << "120.5m";
        QTest::newRow("percentages of assets")
            << "flows.csv" << QByteArray("Date,Ticker,Flow\n2025-11-10,IWM,-0.145%\n") << "percents"
            << "Flow (%)";
        QTest::newRow("the sign in another column")
            << "flows.csv" << QByteArray("Date,Ticker,Flow ($M),Direction\n2025-11-10,IWM,120.5,Outflow\n")
            << "sign_elsewhere"
            << "negative";
        QTest::newRow("sums of flows")
            << "flows.csv" << QByteArray("Cumulative flows, USD\nDate,Ticker,Flow\n2025-11-10,IWM,120\n")
            << "cumulative_flows"
            << "each day";
        QTest::newRow("what a broker did")
            << "IWM.csv"
            << QByteArray("Run Date,Action,Symbol,Price,Quantity\n11/28/2025,YOU SOLD IWM,IWM,239.18,-10\n")
            << "list_of_trades"
            << "Action";
        QTest::newRow("six digits that are no months")
            << "IWM.csv" << QByteArray("Date,Close\n200107,5\n200114,6\n200121,7\n200128,8\n200204,9\n")
            << "undecidable_date"
            << "200114";
        QTest::newRow("columns parted by blanks")
            << "IWM.txt" << QByteArray("Date Close\n2025-01-02 5.25\n2025-01-03 6.25\n") << "no_date_column"
            << "parted by blanks";
        QTest::newRow("a header that is missing")
            << "IWM.txt"
            << QByteArray("11/03/2025,240,241,239,240.5,28000000\n11/04/2025,240,241,239,240.5,28000001\n")
            << "no_header"
            << "Date,Open,High,Low,Close,Volume";
        QTest::newRow("flows in euros")
            << "flows.csv" << QByteArray("Date,Ticker,Flow (EUR m)\n2025-11-10,IWM,-120.5\n")
            << "other_currency"
            << "EUR";
        QTest::newRow("flows dated by the week's first day")
            << "flows.csv" << QByteArray("Week Beginning,Ticker,Net Flow ($M)\n2025-11-10,IWM,10\n")
            << "week_starts"
            << "first day";
        QTest::newRow("a table of returns")
            << "wide.csv"
            << QByteArray("Daily total returns in percent\nDate,IWM,SPY\n2025-11-10,0.10,0.20\n")
            << "table_of_returns"
            << "Daily total returns";
        QTest::newRow("bars within the day")
            << "IWM.csv"
            << header + "2025-01-02 10:00,5\n2025-01-02 11:00,6\n2025-01-02 12:00,7\n2025-01-02 13:00,8\n"
                        "2025-01-02 14:00,9\n2025-01-02 15:00,10\n"
            << "dates_repeat"
            << "within the day";
        QTest::newRow("several series in one column, of a file without a name")
            << "rates.csv"
            << QByteArray("Date,Kind,Value\n2025-01-02,10J,4.1\n2025-01-02,2J,3.5\n2025-01-03,10J,4.2\n"
                          "2025-01-03,2J,3.6\n2025-01-06,10J,4.3\n2025-01-06,2J,3.7\n")
            << "dates_repeat"
            << "several series in one column";
        QTest::newRow("a torn workbook") << "IWM.csv" << QByteArray("PK\3\4") << "damaged_archive"
                                         << "Download it again";
        QTest::newRow("SpreadsheetML")
            << "IWM.csv" << QByteArray("<?xml version=\"1.0\"?><ss:Workbook>") << "spreadsheetml"
            << "SpreadsheetML";
        QTest::newRow("a web page") << "IWM.csv" << QByteArray("<html><body>Too many requests</body></html>")
                                    << "web_page"
                                    << "web page";
    }

    void aFileThatCannotBeKnownIsRefusedWhole() {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFETCH(QString, says);
        MemoryStore store;
        const FileImport file = importText(store, name.toUtf8(), text);
        QCOMPARE(QString::fromStdString(codeOf(file)), code);
        QVERIFY(file.error->kind == ErrorKind::Refused);
        QVERIFY2(QString::fromStdString(file.error->message).contains(says), file.error->message.c_str());
        QVERIFY(!file.importId);
        QVERIFY(file.counts.balanced());
        QCOMPARE(file.counts.stored, std::uint64_t(0));
        QVERIFY(store.desk().values.empty() && store.desk().imports.empty());
    }

    void whatIsNoReadableFileIsRefused() {
        const ImportFolder folder;
        MemoryStore store;
        QuietProgress progress;
        QCOMPARE(codeOf(importFile(store, folder.path("none.csv"), quietOptions(), progress)),
                 std::string("missing_file"));
        QCOMPARE(codeOf(importFile(store, folder.path("."), quietOptions(), progress)),
                 std::string("is_directory"));
    }

    void aFileThatMayNotBeReadIsRefused() {
        const ImportFolder folder;
        MemoryStore store;
        QuietProgress progress;
        const std::string locked = folder.write("IWM.csv", "Date,Close\n2025-01-02,5\n");
        QFile::setPermissions(QString::fromStdString(locked), {});
        QFile probe(QString::fromStdString(locked));
        if (probe.open(QIODevice::ReadOnly))
            QSKIP("This user may read every file, so none can be unreadable.");
        QCOMPARE(codeOf(importFile(store, locked, quietOptions(), progress)), std::string("unreadable_file"));
    }

    void aFileOver4GigabytesIsRefused() {
        const ImportFolder folder;
        const std::string path = folder.path("IWM.csv");
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::WriteOnly) || !file.resize((qint64(4) << 30) + 1))
            QSKIP("This file system holds no file over 4 GB, not even a sparse one.");
        MemoryStore store;
        QuietProgress progress;
        QCOMPARE(codeOf(importFile(store, path, quietOptions(), progress)), std::string("file_too_large"));
    }

    void aSymbolForSeveralIsWrongUsage() {
        ImportOptions options = quietOptions();
        options.reading.symbol = "IWM";
        for (const char* text :
             {"date,ticker,close\n2025-01-02,IWM,5\n2025-01-02,SPY,6\n", "date,IWM,SPY\n2025-01-02,5,6\n",
              "DATE,CALLS,PUTS,TOTAL,Ratio\n2025-01-02,5,6,11,1.2\n"}) {
            MemoryStore store;
            const FileImport file = importText(store, "x.csv", text, options);
            QCOMPARE(codeOf(file), std::string("symbol_for_several"));
            QVERIFY(file.error->kind == ErrorKind::Usage);
        }
    }

    void theUsersSymbolBeatsColumnAndName() {
        ImportOptions options = quietOptions();
        options.reading.symbol = "^gspc";
        for (const char* text : {"date,ticker,close\n2025-01-02,IWM,5\n", "date,IWM\n2025-01-02,5\n",
                                 "date,close\n2025-01-02,5\n"}) {
            MemoryStore store;
            const FileImport file = importText(store, "QQQ.csv", text, options);
            QVERIFY2(!file.error, codeOf(file).c_str());
            QCOMPARE(file.symbols, std::vector<Symbol>{"SPX"});
            QCOMPARE(store.value("SPX", Field::Close, day("2025-01-02")), 5.0);
        }
    }

    void whatTheUserDecidesIsDone() {
        ImportOptions options = quietOptions();
        options.reading.dateOrder = NumericOrder::DayFirst;
        MemoryStore store;
        importText(store, "IWM.csv", "Date,Close\n04/05/2025,5.5\n", options);
        QCOMPARE(store.value("IWM", Field::Close, day("2025-05-04")), 5.5);
        options.reading.dateOrder = NumericOrder::MonthFirst;
        importText(store, "IWM.csv", "Date,Close\n04/05/2025,5.5\n", options);
        QCOMPARE(store.value("IWM", Field::Close, day("2025-04-05")), 5.5);
        options.reading.decimal = ',';
        importText(store, "SPY.csv", "Date;Close\n2025-01-02;1.234\n", options);
        QCOMPARE(store.value("SPY", Field::Close, day("2025-01-02")), 1234.0);
        options.reading.decimal = '.';
        importText(store, "QQQ.csv", "Date;Close\n2025-01-02;1.234\n", options);
        QCOMPARE(store.value("QQQ", Field::Close, day("2025-01-02")), 1.234);
    }

    void aDateFarDownDecidesTheOrderForAllRows() {
        QByteArray text = "Date,Close\n";
        for (int row = 0; row < 30000; ++row)
            text += QDate(1950, 1, 1)
                        .addMonths(row % 700)
                        .addDays(row / 700 % 12)
                        .toString("dd/MM/yyyy")
                        .toUtf8() +
                    ",5.25\n";
        text += "25/12/2025,7\n";
        MemoryStore store;
        const FileImport file = importText(store, "IWM.csv", text);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(store.value("IWM", Field::Close, day("2025-12-25")), 7.0);
        QCOMPARE(store.value("IWM", Field::Close, day("1950-02-01")), 5.25);
        QVERIFY(!file.counts.rejected);
    }

    void aByteThatIsNoUtf8FarDownMakesItWindows1252() {
        QByteArray text = "Date;Kurs\n";
        for (int row = 0; row < 20000; ++row)
            text += QDate(1950, 1, 1).addDays(row).toString("yyyy-MM-dd").toUtf8() + ";5,25\n";
        text += "31.M\xE4rz2026;7,5\n";
        MemoryStore store;
        const FileImport file = importText(store, "DAX.csv", text);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(store.value("DAX", Field::Close, day("2026-03-31")), 7.5);
        QVERIFY(
            QByteArray::fromStdString(store.desk().imports.at(0).header.settings).contains("windows-1252"));
    }
};

ROTASCOPE_SUITE(TestImportRefusals)
#include "test_import_refusals.moc"
