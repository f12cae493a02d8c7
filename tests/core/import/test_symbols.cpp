#include "core/import/symbols.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;

class TestSymbols : public QObject {
    Q_OBJECT

private slots:
    void aFileNameCountsOnlyAsAPatternOrAToken_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("symbol");
        const auto row = [](const char* path, const char* symbol) { QTest::newRow(path) << path << symbol; };
        row("/data/^RUT.csv", "RUT");
        row("^GSPC.csv", "SPX");
        row("C:\\prices\\IWM.csv", "IWM");
        row("IWM", "IWM");
        row("BRK-B.csv", "BRK-B");
        row("IWM (1).csv", "IWM");
        row("IWM ETF Stock Price History.csv", "IWM");
        row("S&P 500 Historical Data.csv", "SPX");
        row("Russell 2000 Historical Data.csv", "RUT");
        row("RUT_1w.csv", "RUT");
        row("SPX_1D.csv", "SPX");
        row("IWM_ishares_historical_2000-05-22_to_2025-02-04.csv", "IWM");
        row("daily_IWM.csv", "IWM");
        row("VIX_History.csv", "VIX");
        row("iwm_us_d.csv", "IWM");
        row("^rut_d.csv", "RUT");
        row("iwm.us.txt", "IWM");
        row("BATS_IWM, 1D.csv", "IWM");
        row("TVC_RUT, 1W_a1b2c.csv", "RUT");
        row("iwm_price-history-12-01-2025.csv", "IWM");
        row("iwm.csv", "none");
        row("prices.csv", "none");
        row("HistoricalData_1699999999999.csv", "none");
        row("2024.csv", "none");
        row("SPY_vs_IWM.csv", "none");
        row("AMEX_IWM_AMEX_SPY, 1D.csv", "none");
        row("CBOE_DLY_RUT, 1D.csv", "RUT");
        row("MSCI small caps.csv", "none");
        row("MSCI.csv", "MSCI");
        row("prices DEC 2025.csv", "none");
        row("IWM prices Q4.csv", "IWM");
        row("EXPORT.csv", "none");
        row("Sheet1.csv", "none");
        row("INFLOWS.csv", "none");
        row("ETF DATA.csv", "none");
        row(".csv", "none");
        row("", "none");
    }

    void aFileNameCountsOnlyAsAPatternOrAToken() {
        QFETCH(QString, path);
        QFETCH(QString, symbol);
        QCOMPARE(QString::fromStdString(symbolOfFileName(path.toStdString()).value_or("none")), symbol);
    }

    void keysOfSeriesAreNoTickers() {
        for (const char* key : {"BBK01.WT1010", "EXR.D.USD.EUR.SP00.A"})
            QVERIFY(isKeyOfSeries(key));
        for (const char* ticker : {"IWM", "IWM.US", "BRK.B", "BRK-B", "0700.HK"})
            QVERIFY(!isKeyOfSeries(ticker));
    }

    void aHeadingIsASymbolOrAWord_data() {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("symbol");
        const auto row = [](const char* heading, const char* symbol) {
            QTest::newRow(heading) << heading << symbol;
        };
        row("^RUT", "RUT");
        row("DGS10", "DGS10");
        row("BAMLH0A0HYM2", "BAMLH0A0HYM2");
        row("BBB_OAS", "BBB_OAS");
        row("S&P 500", "SPX");
        row("S&P SmallCap 600", "SML");
        row("10Y", "none");
        row("IWM US Equity", "IWM");
        row("SPX Index", "SPX");
        row("US dollar/Euro, 2:15 pm (C.E.T.) (EXR.D.USD.EUR.SP00.A)", "EXR.D.USD.EUR.SP00.A");
        row("Change (12.5)", "none");
        row("Total", "none");
        row("Ratio", "none");
        row("Net flow", "none");
        row("10 Yr", "none");
        row("2000", "none");
    }

    void aHeadingIsASymbolOrAWord() {
        QFETCH(QString, heading);
        QFETCH(QString, symbol);
        QCOMPARE(QString::fromStdString(symbolOfHeading(heading.toStdString()).value_or("none")), symbol);
    }

    void namesBecomePartsOfSymbols() {
        QCOMPARE(symbolPart("P/C Ratio"), std::string("P_C_RATIO"));
        QCOMPARE(symbolPart("btc-flows (1)"), std::string("BTC_FLOWS_1"));
        QCOMPARE(symbolPart("--"), std::string());
    }

    void spellingsOfOneSymbolShareANumber() {
        TickerIndex tickers;
        QCOMPARE(tickers.indexOf("IWM"), std::size_t(0));
        QCOMPARE(tickers.indexOf("^GSPC"), std::size_t(1));
        QCOMPARE(tickers.indexOf("SPX"), std::size_t(1));
        QCOMPARE(tickers.indexOf("iwm.us"), std::size_t(0));
        QCOMPARE(tickers.indexOf("???"), TickerIndex::kNoTicker);
        QCOMPARE(tickers.indexOf("IWM"), std::size_t(0));
        QVERIFY((tickers.symbols() == std::vector<Symbol>{"IWM", "SPX"}));
    }
};

ROTASCOPE_SUITE(TestSymbols)
#include "test_symbols.moc"
