// Breadth that comes from outside: vendors' series, and holdings with the prices of their constituents.
#include "core/analysis/relative/breadth_wording.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

InstrumentData weightOf(std::string_view holding, double percent) {
    return valuesOf(holding, weekdays(*makeDate(2024, 1, 3), 1), {percent});
}

} // namespace

class BreadthSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void everySeriesHasItsInstrument() {
        for (const BreadthSeriesInfo& info : kBreadthSeries) {
            const Instrument* row = knownInstrument(info.symbol);
            QVERIFY(row && row->unit == Unit::Percent);
            QVERIFY(row->name.find(std::to_string(info.average)) != std::string::npos);
        }
    }

    void aSeriesIsToldWithDateAndAge() {
        const auto market = marketOf(
            {valuesOf("S5TH", weekdays(*makeDate(2024, 1, 1), 8), {50, 51, 52, 53, 54, 55, 56, 61.5})});
        const MarketView view = MarketView::asOf(market, *makeDate(2024, 1, 12));
        const auto readings = importedBreadth(view, *makeDate(2024, 1, 12));
        QCOMPARE(readings.size(), std::size_t{1});
        QCOMPARE(textOf(importedBreadthInWords(readings)[0]),
                 QStringLiteral("S&P 500 members above their 200-day average: 61.5 % on 10 Jan 2024 (S5TH, 2 "
                                "sessions old), +9.5 points over 5 sessions."));
        QVERIFY(importedBreadthInWords({})[0].starts_with("No imported breadth series."));
    }

    void theBestFifthOfHoldings() {
        // 6 constituents, one without prices; contributions 2, 1, 0.5, 0 and −0.5 points.
        const MarketView view =
            latestOf({closesOf("AA", {100, 110}), closesOf("BB", {100, 105}), closesOf("CC", {100, 105}),
                      closesOf("DD", {100, 100}), closesOf("EE", {100, 95}), weightOf("IWM:AA", 20),
                      weightOf("IWM:BB", 20), weightOf("IWM:CC", 10), weightOf("IWM:DD", 10),
                      weightOf("IWM:EE", 10), weightOf("IWM:FF", 30), weightOf("SPY:AA", 99)});
        const auto gain = constituentGain(view, "IWM", 1);
        QVERIFY(gain.has_value());
        QCOMPARE(gain->listed, std::size_t{6});
        QCOMPARE(gain->members.size(), std::size_t{5});
        QCOMPARE(gain->members.front().symbol, Symbol("AA"));
        QVERIFY(close(gain->covered, 0.7, 1e-12));
        QVERIFY(close(gain->gain, 0.03, 1e-12));
        QVERIFY(close(gain->bestFifth, 2.0 / 3, 1e-12));
        QCOMPARE(textOf(constituentsInWords(gain)),
                 QStringLiteral("IWM: the best 1 of 5 constituents made 67 % of the gain of +3.0 % over 1 "
                                "sessions (weights of 3 Jan 2024, 70 % of the fund covered)."));
    }

    void withoutConstituentsTheWordsSaySo() {
        const MarketView view = latestOf({closesOf("IWM", {1, 2}), weightOf("SPY:AA", 7)});
        QCOMPARE(textOf(constituentsInWords(constituentGain(view, "IWM", 1))),
                 QStringLiteral("IWM: no constituents. Import its holdings, and prices of them."));
        QVERIFY(constituentsInWords(constituentGain(view, "SPY", 1)).find("1 constituents, none") !=
                std::string::npos);
        QCOMPARE(textOf(constituentOf("IWM", "IWM:AA")), QStringLiteral("AA"));
        QVERIFY(constituentOf("IWM", "IWMX:AA").empty() && constituentOf("IWM", "IWM:").empty());
    }
};

ROTASCOPE_SUITE(BreadthSourcesTest)
#include "test_breadth_sources.moc"
