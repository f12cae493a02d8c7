// One row per layout: a fixture with invented values, and what must come of it.
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QDir>
#include <QSet>
#include <QtTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

struct Spot {
    const char* symbol;
    Field field;
    const char* date;
    double value;
    Cadence cadence = Cadence::Daily;
};

struct LayoutRow {
    const char* file;
    const char* format;
    const char* symbols;
    const char* counts;
    const char* first;
    const char* last;
    Spot spot;
};

const LayoutRow kRows[] = {
    {"^RUT.csv",
     "yahoo",
     "RUT",
     "rows 4 stored 4",
     "2024-11-01",
     "2024-11-06",
     {"RUT", Field::AdjClose, "2024-11-06", 111.5}},
    {"yfinance_three_lines.csv",
     "yfinance",
     "SPX",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"SPX", Field::Open, "2024-11-06", 206.0}},
    {"yfinance_two_tickers.csv",
     "yfinance",
     "IWM SPY",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"SPY", Field::Volume, "2024-11-05", 2100}},
    {"repeated_headers_IWM.csv",
     "yahoo",
     "IWM",
     "rows 7 stored 4 ignored 3",
     "2024-11-01",
     "2024-11-06",
     {"IWM", Field::Low, "2024-11-05", 103.0}},
    {"ib_IWM.csv",
     "interactive_brokers",
     "IWM",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"IWM", Field::Volume, "2024-11-04", 0.0}},
    {"DGS10.csv",
     "fred_old",
     "DGS10",
     "rows 5 stored 4 ignored 1",
     "2024-11-01",
     "2024-11-12",
     {"DGS10", Field::Value, "2024-11-04", 5.42}},
    {"fred_new.csv",
     "fred",
     "DGS2",
     "rows 4 stored 3 ignored 1",
     "2024-11-01",
     "2024-11-12",
     {"DGS2", Field::Value, "2024-11-12", 5.45}},
    {"fred_monthly.csv",
     "fred",
     "UNRATE",
     "rows 4 stored 4",
     "2024-07-01",
     "2024-10-01",
     {"UNRATE", Field::Value, "2024-09-01", 5.2, Cadence::Monthly}},
    {"IWM ETF Stock Price History.csv",
     "investing",
     "IWM",
     "rows 4 stored 4",
     "2024-11-08",
     "2024-11-15",
     {"IWM", Field::Volume, "2024-11-15", 46660000}},
    {"KRE.csv",
     "date_close",
     "KRE",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"KRE", Field::Close, "2024-11-06", 65.5}},
    {"date_symbol.csv",
     "table",
     "SPX",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"SPX", Field::Close, "2024-11-04", 6823.79115250736}},
    {"spread_below_zero.csv",
     "table",
     "T10Y3M",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"T10Y3M", Field::Value, "2024-11-05", 0.0}},
    {"unknown_below_zero.csv",
     "table",
     "NYMO",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"NYMO", Field::Value, "2024-11-04", -25.5}},
    {"iwm_us_d.csv",
     "ohlcv",
     "IWM",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"IWM", Field::Open, "2024-11-05", 321.6}},
    {"stooq_bulk.txt",
     "stooq_bulk",
     "IWM",
     "rows 2 stored 2",
     "2024-11-04",
     "2024-11-05",
     {"IWM", Field::Close, "2024-11-05", 334.61}},
    {"nasdaq_QQQ.csv",
     "nasdaq",
     "QQQ",
     "rows 3 stored 3",
     "2024-11-06",
     "2024-11-15",
     {"QQQ", Field::Close, "2024-11-15", 517.68}},
    {"wsj_RUT.csv",
     "ohlcv",
     "RUT",
     "rows 3 stored 3",
     "2024-11-06",
     "2024-11-15",
     {"RUT", Field::Low, "2024-11-15", 3316.5}},
    {"daily_IWM.csv",
     "alpha_vantage",
     "IWM",
     "rows 2 stored 2",
     "2024-11-05",
     "2024-11-06",
     {"IWM", Field::High, "2024-11-05", 334.85}},
    {"tiingo_IWM.csv",
     "tiingo",
     "IWM",
     "rows 2 stored 2",
     "2024-11-05",
     "2024-11-06",
     {"IWM", Field::AdjClose, "2024-11-05", 332.2}},
    {"alpaca_IWM.csv",
     "alpaca",
     "IWM",
     "rows 3 stored 3",
     "2024-07-05",
     "2024-11-07",
     {"IWM", Field::Close, "2024-07-05", 300.86}},
    {"BATS_IWM, 1D.csv",
     "tradingview",
     "IWM",
     "rows 2 stored 2",
     "2024-11-05",
     "2024-11-06",
     {"IWM", Field::Close, "2024-11-06", 348.22}},
    {"flows_seed.csv",
     "table",
     "FLOWS_SEED_TOTAL",
     "rows 3 stored 3",
     "2024-01-11",
     "2024-01-16",
     {"FLOWS_SEED_TOTAL", Field::Value, "2024-01-12", -203}},
    {"cboe_totalpc.csv",
     "cboe_put_call",
     "CBOE_TOTALPC_CALLS CBOE_TOTALPC_PUTS CBOE_TOTALPC_TOTAL CBOE_TOTALPC_P_C_RATIO",
     "rows 2 stored 2",
     "2006-11-01",
     "2006-11-13",
     {"CBOE_TOTALPC_P_C_RATIO", Field::Value, "2006-11-01", 0.75}},
    {"VIX_History.csv",
     "ohlcv",
     "VIX",
     "rows 2 stored 2",
     "2024-11-15",
     "2024-11-18",
     {"VIX", Field::Close, "2024-11-18", 26.69}},
    {"IWM_ishares_historical.csv",
     "ishares_historical",
     "IWM",
     "rows 3 stored 3",
     "2025-11-25",
     "2025-11-28",
     {"IWM", Field::Shares, "2025-11-25", 394700000}},
    {"etf_flows.csv",
     "fund_flows",
     "IWM VOO",
     "rows 5 stored 4 ignored 1",
     "2025-11-25",
     "2025-11-28",
     {"VOO", Field::Flow, "2025-11-25", -1.88}},
    {"etf_shares.csv",
     "fund_shares",
     "IWM VOO",
     "rows 3 stored 3",
     "2025-11-25",
     "2025-11-26",
     {"IWM", Field::Close, "2025-11-26", 358.5}},
    {"etf_aum.csv",
     "fund_aum",
     "SPY IWM",
     "rows 2 stored 2",
     "2025-11-28",
     "2025-11-28",
     {"IWM", Field::Aum, "2025-11-28", 80031434246.6}},
    {"macro_long.csv",
     "series_long",
     "DGS2 DGS10",
     "rows 3 stored 3",
     "2025-11-25",
     "2025-11-26",
     {"DGS10", Field::Value, "2025-11-25", 5.06}},
    {"wide_prices.csv",
     "table",
     "SMH IWM LOW ARKK",
     "rows 3 stored 3",
     "2025-11-25",
     "2025-11-28",
     {"LOW", Field::Close, "2025-11-26", 232.5}},
    {"wide_mixed.csv",
     "table",
     "VIX HY_OAS SPX",
     "rows 3 stored 3",
     "2025-11-25",
     "2025-11-28",
     {"HY_OAS", Field::Value, "2025-11-28", 2.95}},
    {"bloomberg.csv",
     "bloomberg",
     "RUT",
     "rows 2 stored 2",
     "2024-11-04",
     "2024-11-15",
     {"RUT", Field::Volume, "2024-11-15", 2600}},
    {"excel_paste_IWM.txt",
     "ohlcv",
     "IWM",
     "rows 3 stored 3",
     "2024-11-04",
     "2024-11-06",
     {"IWM", Field::Close, "2024-11-06", 237.11}},
    {"german_DAX.csv",
     "ohlcv",
     "DAX",
     "rows 3 stored 3",
     "2026-03-31",
     "2026-05-04",
     {"DAX", Field::Volume, "2026-03-31", 456789}},
    {"french_CAC.csv",
     "ohlcv",
     "CAC",
     "rows 3 stored 3",
     "2025-02-28",
     "2025-08-14",
     {"CAC", Field::Close, "2025-02-28", 9222.74}},
    {"RUT_1w.csv",
     "ohlcv",
     "RUT",
     "rows 4 stored 4",
     "2024-10-18",
     "2024-11-08",
     {"RUT", Field::Close, "2024-11-08", 112.5, Cadence::Weekly}},
    {"googlefinance_IWM.csv",
     "date_close",
     "IWM",
     "rows 2 stored 2",
     "2024-11-14",
     "2024-11-15",
     {"IWM", Field::Close, "2024-11-15", 339.59}},
};

QString joined(const std::vector<Symbol>& symbols) {
    QStringList names;
    for (const Symbol& symbol : symbols)
        names << QString::fromStdString(symbol);
    return names.join(' ');
}

} // namespace

class TestImportLayouts : public QObject {
    Q_OBJECT

private slots:
    void everyLayoutIsUnderstood_data() {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(kRows); ++i)
            QTest::newRow(kRows[i].file) << int(i);
    }

    void everyLayoutIsUnderstood() {
        QFETCH(int, row);
        const LayoutRow& wanted = kRows[row];
        MemoryStore store;
        QuietProgress progress;
        const std::string path = std::string(ROTASCOPE_TEST_DATA) + "/import/" + wanted.file;
        const FileImport file = importFile(store, path, quietOptions(), progress);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(QString::fromStdString(file.format), QString(wanted.format));
        QCOMPARE(joined(file.symbols), QString(wanted.symbols));
        QCOMPARE(countsText(file.counts), QString(wanted.counts));
        QVERIFY(file.counts.balanced());
        QVERIFY(file.issues.empty());
        QCOMPARE(file.range->first, day(wanted.first));
        QCOMPARE(file.range->last, day(wanted.last));
        const Spot& spot = wanted.spot;
        QCOMPARE(store.value(spot.symbol, spot.field, day(spot.date), spot.cadence), spot.value);
    }

    void everyFixtureHasItsRow() {
        QSet<QString> files;
        for (const LayoutRow& row : kRows)
            files << QString(row.file);
        const QDir folder(QStringLiteral(ROTASCOPE_TEST_DATA) + "/import");
        for (const QString& name : folder.entryList(QDir::Files))
            QVERIFY2(files.contains(name), name.toUtf8());
    }
};

ROTASCOPE_SUITE(TestImportLayouts)
#include "test_import_layouts.moc"
