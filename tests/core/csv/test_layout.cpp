#include "core/csv/file_kind.h"
#include "core/csv/layout.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace rotascope;

namespace {

Result<Layout> layoutOf(const QString& text) {
    const std::string utf8 = text.toStdString();
    const Dialect dialect = sniffDialect(utf8, Encoding::Utf8);
    return findLayout(headRecords(utf8, dialect, 100));
}

QString rolesOf(const Layout& layout) {
    std::string roles;
    for (const LayoutColumn& column : layout.columns) {
        if (!roles.empty())
            roles += ' ';
        roles += nameOf(column.role);
    }
    return QString::fromStdString(roles);
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

private slots:
    void headingsTellTheFormatAndTheRoles_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("roles");
        QTest::newRow("Yahoo") << "Date,Open,High,Low,Close,Adj Close,Volume\n2025-01-02,1,2,1,2,2,5\n"
                               << "yahoo"
                               << "date open high low close adj_close volume";
        QTest::newRow("extra columns are not stored")
            << "date,open,high,low,close,volume,wap,count\n2025-01-02,1,2,1,2,5,1,3\n"
            << "interactive_brokers"
            << "date open high low close volume ignored ignored";
        QTest::newRow("Investing.com")
            << "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n"
               "\"01/02/2025\",\"1\",\"2\",\"1\",\"2\",\"5M\",\"1%\"\n"
            << "investing"
            << "date close open high low volume ignored";
        QTest::newRow("German words")
            << QString::fromUtf8("Datum;Er\u00f6ffnung;Hoch;Tief;Schlusskurs\n02.01.2025;1,5;2,5;1,5;2,5\n")
            << "ohlcv"
            << "date open high low close";
        QTest::newRow("French words")
            << "Date;Dernier;Ouv.;Plus Haut;Plus Bas;Vol.\n02/01/2025;1,5;2,5;1,5;2,5;1M\n"
            << "ohlcv"
            << "date close open high low volume";
        QTest::newRow("a preamble above the header")
            << "Prices of the desk\n, PRODUCT: ALL,\n\nDate,Close\n2025-01-02,5\n"
            << "date_close"
            << "date close";
        QTest::newRow("a preamble that holds a date")
            << "Fund holdings as of,\"Nov 28, 2025\"\nDate,Close\n2025-01-02,5\n"
            << "date_close"
            << "date close";
        QTest::newRow("a date column found by its cells") << "when,IWM,SPY\n2025-01-02,5,6\n2025-01-03,5,6\n"
                                                          << "table"
                                                          << "date series series";
        QTest::newRow("pandas writes its index without a heading")
            << ",IWM,SPY\n2025-01-02,5,6\n2025-01-03,5,6\n"
            << "table"
            << "date series series";
        QTest::newRow("the session's date beats the time of day") << "Time,Date,Close\n16:00,2025-01-02,5\n"
                                                                  << "date_close"
                                                                  << "ignored date close";
        QTest::newRow("a ticker column") << "date,ticker,flow_usd\n2025-01-02,IWM,5\n"
                                         << "fund_flows"
                                         << "date ticker flow";
        QTest::newRow("the day of the values, not the fund's birthday")
            << "Ticker,Incept. Date,Net Assets,Net Assets as of\nIWM,2000-05-22,5,2025-11-28\n"
            << "fund_aum"
            << "ticker ignored aum date";
        QTest::newRow("a Treasury's maturities") << "Date,3 Mo,2 Yr,10 Yr,30 Yr\n01/02/2025,4,4,4,4\n"
                                                 << "treasury_yields"
                                                 << "date series series series series";
        QTest::newRow("tickers above their fields")
            << "Date,IWM,,SPY\n,Close,Volume,Close\n2025-01-02,5,6,7\n"
            << "date_close"
            << "date close volume close";
        QTest::newRow("fields above their tickers, as pandas writes them")
            << ",Open,Close,Open,Close\n,IWM,IWM,SPY,SPY\nDate,,,,\n2025-01-02,5,6,7,8\n"
            << "date_close"
            << "date open close open close";
        QTest::newRow("currencies are no tickers") << "Currency,USD,USD\nDate,Close,Open\n2025-01-02,5,6\n"
                                                   << "date_close"
                                                   << "date close open";
        QTest::newRow("months without a sign, below no heading")
            << "Factors of the desk\n\n,SMB,HML\n202501,1.5,2\n202502,1.25,-2\n"
            << "table"
            << "date series series";
        QTest::newRow("put and call by Cboe's newer headings")
            << "TRADE_DATE,CALL,PUT,TOTAL,P/C Ratio\n1/2/2025,5,6,11,1.2\n"
            << "cboe_put_call"
            << "date series series series series";
        QTest::newRow("close beats price") << "Date,Price,Close\n2025-01-02,5,6\n"
                                           << "date_close"
                                           << "date ignored close";
        QTest::newRow("a ticker that is also a word") << "date,IWM,LOW\n2025-01-02,5,6\n"
                                                      << "table"
                                                      << "date series series";
    }

    void headingsTellTheFormatAndTheRoles() {
        QFETCH(QString, text);
        QFETCH(QString, format);
        QFETCH(QString, roles);
        const auto layout = layoutOf(text);
        QVERIFY2(layout, layout ? "" : layout.error().message.c_str());
        QCOMPARE(QString::fromStdString(layout->format), format);
        QCOMPARE(rolesOf(*layout), roles);
    }

    void whatIsNoTableIsRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("data without a header") << "2025-01-02,5\n2025-01-03,6\n"
                                               << "no_header";
        QTest::newRow("no dates at all") << "Name,Close\nfoo,5\nbar,6\n"
                                         << "no_date_column";
        QTest::newRow("dates of another kind alone") << "Name,Inception Date,AUM\nfoo,2000-05-22,5\n"
                                                     << "no_date_column";
        QTest::newRow("tickers with dates of another kind alone")
            << "Ticker,Maturity,Weight\nfoo,2030-05-22,5\nbar,2031-05-22,6\n"
            << "undated_table";
        QTest::newRow("a column for each day")
            << "Name,Ticker,2025-01-02,2025-01-03,2025-01-06\nfoo,IWM,5,6,7\n"
            << "dates_side_by_side";
        QTest::newRow("a list of trades") << "Trade Date,Symbol,Side,Quantity,Price\n2025-01-02,IWM,BUY,5,6\n"
                                          << "list_of_trades";
        QTest::newRow("two columns of one name") << "Date,Close,Close\n2025-01-02,5,6\n"
                                                 << "duplicate_column";
    }

    void whatIsNoTableIsRefused() {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto layout = layoutOf(text);
        QVERIFY(!layout);
        QCOMPARE(QString::fromStdString(layout.error().code), code);
    }

    void everyDelimiterIsFound() {
        for (const char delimiter : {',', ';', '\t', '|'}) {
            std::string text = "Date,Open,Close\n2025-01-02,1.5,2.5\n2025-01-03,1.5,2.5\n";
            std::replace(text.begin(), text.end(), ',', delimiter);
            QCOMPARE(sniffDialect(text, Encoding::Utf8).delimiter, delimiter);
        }
        QCOMPARE(sniffDialect("Date;Close\n02.01.2025;1,5\n03.01.2025;2,5\n", Encoding::Utf8).delimiter, ';');
        QCOMPARE(sniffDialect("Date\tPrice\nNov 28, 2025\t1,234.5\n", Encoding::Utf8).delimiter, '\t');
    }

    void everyFormatHasAnIdOfItsOwn() {
        std::set<std::string_view> ids;
        for (const CsvFormat& format : csvFormats()) {
            QVERIFY2(ids.insert(format.id).second, std::string(format.id).c_str());
            QCOMPARE(csvFormatNamed(format.id), &format);
        }
        QVERIFY(csvFormats().back().headings.empty());
    }

    void otherFilesAreNamedForWhatTheyAre_data() {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("code");
        QTest::newRow("a workbook") << QByteArray("PK\3\4abc") << "zip_file";
        QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08") << "gzip_file";
        QTest::newRow("an old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1") << "xls_file";
        QTest::newRow("PDF") << QByteArray("%PDF-1.7") << "pdf_file";
        QTest::newRow("SpreadsheetML")
            << QByteArray("<?xml version=\"1.0\"?>\n<Workbook "
                          "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")
            << "spreadsheetml";
        QTest::newRow("rows of SpreadsheetML") << QByteArray("<ss:Row>\n<ss:Cell>") << "spreadsheetml";
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html>\n<html>") << "web_page";
        QTest::newRow("JSON") << QByteArray("{\"chart\":1}") << "json_file";
        QTest::newRow("binary") << QByteArray("\x01\x02\x03\x04\x05\x06\x07\x10\x11", 9) << "binary_file";
        QTest::newRow("CSV") << QByteArray("Date,Close\n") << "";
        QTest::newRow("Stooq's headings") << QByteArray("<TICKER>,<PER>,<DATE>\n") << "";
    }

    void otherFilesAreNamedForWhatTheyAre() {
        QFETCH(QByteArray, start);
        QFETCH(QString, code);
        const auto refusal = notCsv({start.constData(), std::size_t(start.size())});
        QCOMPARE(QString::fromStdString(refusal ? refusal->code : ""), code);
    }
};

ROTASCOPE_SUITE(TestLayout)
#include "test_layout.moc"
