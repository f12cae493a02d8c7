// Headings that no table knows whole, and what stands above a header.
#include "core/csv/heading_parts.h"
#include "core/csv/preamble.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;

class TestHeadingParts : public QObject {
    Q_OBJECT

private slots:
    void aHeadingIsTakenApart_data() {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("ticker");
        QTest::addColumn<int>("exponent");
        const auto row = [](const char* heading, const char* word, const char* ticker, int exponent) {
            QTest::newRow(heading) << heading << word << ticker << exponent;
        };
        row("Close", "close", "", 0);
        row("AUM ($B)", "aum", "", 9);
        row("Shares Out (mm)", "sharesout", "", 6);
        row("Net Flow [USD mn]", "netflow", "", 6);
        row("Flow (in millions)", "flow", "", 6);
        row("Daily Flow (USD)", "dailyflow", "", 0);
        row("IWM Net Flow ($M)", "netflow", "IWM", 6);
        row("IWM - Price", "price", "IWM", 0);
        row("IWM (USD Mil.)", "iwm", "IWM", 6);
        row("SPY ($)", "spy", "SPY", 0);
        row("TNA ($, mm)", "tna", "TNA", 6);
        row("IWM NAV", "nav", "IWM", 0);
        row("Flow $mm", "flow", "", 6);
        row("Net Flow MM", "netflow", "", 6);
        row("flow_usd_m", "flow", "", 6);
        row("Flow_MUSD", "flow", "", 6);
        row("Flow US$ mill", "flow", "", 6);
        row("AUM BN", "aum", "", 9);
        row("BN Close", "close", "BN", 0); // Brookfield
        row("Close USD", "close", "", 0);
        row("Price in USD", "price", "", 0);
        row("Net Assets, USD bn", "netassets", "", 9);
        row("Shares Outstanding mm", "sharesoutstanding", "", 6);
        row("IWM.Close", "close", "IWM", 0);
        row("Adj Close_IWM", "adjclose", "IWM", 0);
        row("MA Close", "close", "MA", 0);
        row("Close_MA", "close", "MA", 0);
        row("('Close', 'IWM')", "close", "IWM", 0);
        row("('IWM', 'Adj Close')", "adjclose", "IWM", 0);
        row("Close Close price adjusted for splits.", "close", "", 0);
        row("Adj Close Adjusted close price adjusted for splits and dividend distributions.", "adjclose", "",
            0);
        // Left whole: a unit that means nothing here, capitals alone, words that mean no role.
        row("HY OAS (bp)", "hyoasbp", "", 0);
        row("Weight (%)", "weight%", "", 0);
        row("Volume MA", "volumema", "", 0); // an average, no ticker
        row("Close SMA50", "closesma50", "", 0);
        row("Close CHF", "closechf", "", 0);
        row("CALL VOLUME", "callvolume", "", 0);
        row("Price in EUR", "priceineur", "", 0); // no price in dollars
        row("Flow rank", "flowrank", "", 0);
        row("IWM Momentum", "iwmmomentum", "", 0);
        row("5D Flow ($M)", "5dflowm", "", 0); // a span, no ticker
        row("YTD Flow", "ytdflow", "", 0);
        row("EM Flow", "emflow", "", 0);
        row("Close of the put option", "closeoftheputoption", "", 0);
    }

    void aHeadingIsTakenApart() {
        QFETCH(QString, heading);
        QFETCH(QString, word);
        QFETCH(QString, ticker);
        QFETCH(int, exponent);
        const HeadingParts parts = partsOfHeading(heading.toStdString());
        QCOMPARE(QString::fromStdString(parts.normalised), word);
        QCOMPARE(QString::fromStdString(parts.ticker), ticker);
        QCOMPARE(parts.exponent, exponent);
    }

    void thePreambleTellsTheDayOfATable_data() {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<int>("day");
        const int friday = 20420; // 2025-11-28
        QTest::newRow("in the next cell") << QStringList{"Fund Holdings as of", "Nov 28, 2025"} << friday;
        QTest::newRow("in the same cell") << QStringList{"Holdings:", "As of 28-Nov-2025"} << friday;
        QTest::newRow("only readable in one way") << QStringList{"Flows as of 11/28/2025"} << friday;
        QTest::newRow("readable in two ways") << QStringList{"Flows as of 11/10/2025"} << 0;
        QTest::newRow("another day") << QStringList{"Inception Date", "May 22, 2000"} << 0;
    }

    void thePreambleTellsTheDayOfATable() {
        QFETCH(QStringList, cells);
        QFETCH(int, day);
        HeadRecord record;
        for (const QString& cell : cells)
            record.cells.push_back(cell.toStdString());
        const Preamble preamble = readPreamble(std::vector{record});
        QCOMPARE(preamble.day.value_or(0), day);
    }

    void thePreambleTellsWhatStandsForMissing() {
        HeadRecord record;
        record.raw = "Missing data are indicated by -99.99 or -999.";
        QCOMPARE(readPreamble(std::vector{record}).missing, (std::vector{-99.99, -999.0}));
        record.raw = "Missing: 2 of 12 months, 2025-11-28";
        QCOMPARE(readPreamble(std::vector{record}).missing.size(), std::size_t{0});
    }

    void flowsAreSpokenOfInFiveLanguages() {
        for (const char* words :
             {"ETF Fund Flows", "iwm_flows", "Nettomittelzufl\u00fcsse", "Flujos netos", "Fluxo"})
            QVERIFY2(speaksOfFlows(words), words);
        QVERIFY(!speaksOfFlows("IWM prices"));
    }
};

ROTASCOPE_SUITE(TestHeadingParts)
#include "test_heading_parts.moc"
