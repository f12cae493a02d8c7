#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Thanksgiving week 2025 with its two neighbours; NAV 100 throughout, counts in millions.
const std::vector<Date> kSessions = nyseSessions(day("2025-11-17"), day("2025-12-05"));

InstrumentData countedFund(const std::vector<double>& millions, double nav = 100) {
    std::vector<double> counts;
    for (const double count : millions)
        counts.push_back(count * 1e6);
    return fundOf(
        "IWM", {seriesOf(Field::Shares, Cadence::Daily, kSessions, counts),
                seriesOf(Field::Nav, Cadence::Daily, kSessions, std::vector<double>(kSessions.size(), nav))});
}

std::vector<double> rising() {
    std::vector<double> millions;
    for (std::size_t i = 0; i < kSessions.size(); ++i)
        millions.push_back(100 + static_cast<double>(i));
    return millions;
}

bool hasFinding(const Flows& flows, std::string_view code) {
    return std::any_of(flows.findings.begin(), flows.findings.end(),
                       [code](const FlowFinding& finding) { return finding.code == code; });
}

} // namespace

class FlowSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void countsAndNavMakeFlowsAtTheNavOfTheDayBefore() {
        InstrumentData fund = countedFund(rising());
        fund.series[1].values[4] = 50; // Friday 21 November prices Monday's creation
        const Flows flows = flowsOf({fund}, weekOf("2025-11-26"));
        const LeagueRow& row = flows.league.front();
        QCOMPARE(row.week.sessions, std::uint8_t{4});
        QCOMPARE(row.week.expected, std::uint8_t{4});
        QVERIFY(same(row.week.usd, 1e6 * (50 + 100 + 100 + 100)));
        QVERIFY(row.week.source == FlowSource::Shares);
        QVERIFY(same(row.week.assetsBefore, 104e6 * 50));
    }

    void aWeekIsSaturdayToFridayAndAHolidayWeekSaysItsSessions() {
        const Flows flows = flowsOf({countedFund(rising())}, weekOf("2025-11-28"));
        QCOMPARE(isoText(flows.weekEnding), std::string("2025-11-28"));
        QCOMPARE(flows.sessions, 4);
        QCOMPARE(flows.league.front().before->sessions, std::uint8_t{4}); // its first day has no day before
        QCOMPARE(flows.league.front().after->sessions, std::uint8_t{5});
    }

    void assetsAndPricesMakeFlowsNetOfTheReturn() {
        const std::vector<double> navs{100, 110, 110, 110};
        const std::vector<double> aum{1e9, 1.1e9, 1.3e9, 1.3e9};
        const std::vector<Date> dates(kSessions.begin(), kSessions.begin() + 4);
        const Flows flows = flowsOf({fundOf("VB", {seriesOf(Field::Aum, Cadence::Daily, dates, aum),
                                                   seriesOf(Field::Nav, Cadence::Daily, dates, navs)})});
        QVERIFY(same(flows.league.front().week.usd, 0.2e9));
        QVERIFY(flows.league.front().week.source == FlowSource::Assets);
    }

    void theSettingDecidesWhichSourceIsBelieved() {
        InstrumentData fund = countedFund(rising());
        fund.series.push_back(seriesOf(Field::Flow, Cadence::Weekly, {day("2025-11-28")}, {500e6}));
        FlowParams params = weekOf("2025-11-28");
        Flows flows = flowsOf({fund}, params);
        QVERIFY(same(flows.league.front().week.usd, 500e6));
        QVERIFY(same(flows.league.front().bySource[indexOf(FlowSource::Shares)], 400e6));
        params.preferred = FlowSource::Shares;
        flows = flowsOf({fund}, params);
        QVERIFY(same(flows.league.front().week.usd, 400e6));
        QVERIFY2(hasFinding(flows, "disagreement"), "a fifth apart is told, and never averaged");
    }

    void aGapIsDatedAtItsEndAndSpreadNowhere() {
        InstrumentData fund = countedFund(rising());
        for (Series& series : fund.series) {
            series.dates.erase(series.dates.begin() + 3, series.dates.begin() + 6); // 20 to 24 November
            series.values.erase(series.values.begin() + 3, series.values.begin() + 6);
        }
        const Flows flows = flowsOf({fund}, weekOf("2025-11-28"));
        const LeagueRow& row = flows.league.front();
        QVERIFY(row.week.spansBefore);
        QVERIFY(same(row.week.usd, 6 * 100e6)); // all four counts missed, and two more days
        QVERIFY2(!row.rank(FlowMeasure::Usd, RankWindow::All).isKnown(), "it has no rank");
        QVERIFY(hasFinding(flows, "gap"));
        QCOMPARE(row.before->sessions, std::uint8_t{2});
    }

    void aSuspectCountIsLeftOutUntilAccepted() {
        FlowParams params = weekOf("2025-11-28");
        params.suspects = {{"IWM", Field::Shares, day("2025-11-25")}};
        const Flows flows = flowsOf({countedFund(rising())}, params);
        const LeagueRow& row = flows.league.front();
        QVERIFY(row.week.suspect && !row.rank(FlowMeasure::Usd, RankWindow::Year).isKnown());
        QCOMPARE(row.month.leftOut, std::size_t{1});
        QVERIFY(same(row.month.usd, 7 * 100e6));
        QVERIFY(flowsOf({countedFund(rising())}, weekOf("2025-11-28"))
                    .league.front()
                    .rank(FlowMeasure::Usd, RankWindow::Year)
                    .isKnown());
    }

    void negativeCountsAndMissingPricesAreFindingsNotFlows() {
        std::vector<double> millions = rising();
        millions[6] = -5;
        const Flows flows = flowsOf({countedFund(millions)}, weekOf("2025-11-28"));
        QVERIFY(hasFinding(flows, "refused_value"));
        QVERIFY(same(flows.league.front().week.usd, 400e6)); // 25 November's money is dated on the 26th
        const std::vector<double> counts(kSessions.size(), 1e6);
        const auto without =
            analyseFlows(MarketView::latest(marketOf(
                             {fundOf("IWM", {seriesOf(Field::Shares, Cadence::Daily, kSessions, counts)})})),
                         {});
        QVERIFY(!without && without.error().code == "no_flows");
        // Beside another fund it is missing, and the finding says why.
        const Flows both =
            flowsOf({countedFund(rising()),
                     fundOf("VB", {seriesOf(Field::Shares, Cadence::Daily, kSessions, counts)})});
        QVERIFY(both.withoutFigure == std::vector<Symbol>{"VB"} && hasFinding(both, "no_price"));
    }

    void aNavOfZeroIsNoPrice() {
        InstrumentData fund = countedFund(rising());
        fund.series[1].values[5] = 0; // Monday 24 November prices Tuesday's creation
        const Flows flows = flowsOf({fund}, weekOf("2025-11-28"));
        QVERIFY(same(flows.league.front().week.usd, 3 * 100e6));
        QCOMPARE(flows.league.front().week.sessions, std::uint8_t{3});
        const auto found = std::find_if(flows.findings.begin(), flows.findings.end(),
                                        [](const FlowFinding& each) { return each.code == "no_price"; });
        QVERIFY(found != flows.findings.end() && found->last == day("2025-11-25"));
        fund.daily = instrumentOf("IWM", kSessions, std::vector<double>(kSessions.size(), 90)).daily;
        const Flows priced = flowsOf({fund}, weekOf("2025-11-28"));
        QVERIFY2(same(priced.league.front().week.usd, 3 * 100e6 + 90e6), "the close serves that day");
        QVERIFY(!hasFinding(priced, "no_price"));
    }

    void aFigureOfAWeekThatCameAsADayIsTheWeeks() {
        InstrumentData fund = countedFund(rising());
        fund.series.push_back(seriesOf(Field::Flow, Cadence::Daily, {day("2025-11-28")}, {410e6}));
        Flows flows = flowsOf({fund}, weekOf("2025-11-28"));
        QVERIFY2(same(flows.league.front().week.usd, 410e6), "not one day beside three derived ones");
        QVERIFY(same(flows.league.front().bySource[indexOf(FlowSource::Shares)], 400e6));
        // Also where the series has days half a year later, but not where they come the week after.
        Series& given = fund.series.back();
        for (const Date date : nyseSessions(day("2026-05-04"), day("2026-05-15"))) {
            given.dates.push_back(date);
            given.values.push_back(1e6);
        }
        flows = flowsOf({fund}, weekOf("2025-11-28"));
        QVERIFY(same(flows.league.front().week.usd, 410e6));
        given.dates = {day("2025-11-28"), day("2025-12-01"), day("2025-12-02")};
        given.values = {410e6, 1e6, 1e6};
        flows = flowsOf({fund}, weekOf("2025-11-28"));
        QVERIFY2(same(flows.league.front().week.usd, 710e6), "a day, beside three derived ones");
        fund.series.back() =
            seriesOf(Field::Flow, Cadence::Daily, {day("2025-11-26"), day("2025-11-28")}, {1e8, 1e8});
        QVERIFY2(flowsOf({fund}, weekOf("2025-11-28")).league.front().week.usd == 400e6,
                 "two of a week are days");
        fund.series.back() = seriesOf(Field::Flow, Cadence::Daily, {day("2025-11-26")}, {1e8});
        QVERIFY2(flowsOf({fund}, weekOf("2025-11-28")).league.front().week.usd == 400e6,
                 "a Wednesday is a day");
    }

    void countsStampedASessionLateAreTold() {
        const std::vector<Date> sessions = nyseSessions(day("2025-09-02"), day("2025-11-28"));
        InventedShocks shocks(3);
        std::vector<double> flows;
        for (std::size_t i = 0; i < sessions.size(); ++i)
            flows.push_back(5e8 * shocks.next());
        InstrumentData fund = reportedFund("IWM", sessions, [&flows](std::size_t i) { return flows[i]; });
        std::vector<double> counts{2e8, 2e8};
        for (std::size_t i = 2; i < sessions.size(); ++i)
            counts.push_back(counts.back() + flows[i - 1] / 100);
        fund.series.push_back(seriesOf(Field::Shares, Cadence::Daily, sessions, counts));
        fund.series.push_back(
            seriesOf(Field::Nav, Cadence::Daily, sessions, std::vector<double>(sessions.size(), 100)));
        const Flows late = flowsOf({fund});
        QCOMPARE(late.funds.front().disagreements.size(), std::size_t{1});
        QCOMPARE(late.funds.front().disagreements[0].late, 1);
        QVERIFY(late.findings.front().message.find(
                    "derived from shares and NAV are moved one session back") != std::string::npos);
        QVERIFY2(same(late.league.front().bySource[0], late.league.front().week.usd), "never averaged");
    }

    void aFlowInThousandsBesideAssetsInDollarsIsNamedAsAUnit() {
        const std::vector<Date> dates(kSessions.begin(), kSessions.end());
        std::vector<double> aum{100e9};
        for (std::size_t i = 1; i < dates.size(); ++i)
            aum.push_back(aum.back() + 1e9 * static_cast<double>(i));
        InstrumentData fund =
            reportedFund("VB", dates, [](std::size_t i) { return 1e6 * static_cast<double>(i); });
        fund.series.push_back(seriesOf(Field::Aum, Cadence::Daily, dates, aum));
        fund.series.push_back(
            seriesOf(Field::Nav, Cadence::Daily, dates, std::vector<double>(dates.size(), 100)));
        const Flows flows = flowsOf({fund}, weekOf("2025-11-28"));
        const auto unit = std::find_if(flows.findings.begin(), flows.findings.end(),
                                       [](const FlowFinding& each) { return each.code == "unit"; });
        QVERIFY(unit != flows.findings.end());
        QVERIFY2(unit->message.find("1,000 times larger") != std::string::npos, unit->message.c_str());
        QVERIFY2(std::isnan(flows.league.front().week.percent()), "no percentage of such assets");
    }

    void aFactorOfAThousandOrAMillionIsNamedAsAUnit_data() {
        QTest::addColumn<double>("unit");
        QTest::newRow("thousands") << 1e3;
        QTest::newRow("millions") << 1e6;
    }

    void aFactorOfAThousandOrAMillionIsNamedAsAUnit() {
        QFETCH(double, unit);
        InstrumentData fund = countedFund(rising());
        std::vector<double> aum;
        for (const double count : fund.series[0].values)
            aum.push_back(count * 100 / unit);
        fund.series.push_back(seriesOf(Field::Aum, Cadence::Daily, kSessions, aum));
        const Flows flows = flowsOf({fund}, weekOf("2025-11-28"));
        QVERIFY(hasFinding(flows, "unit"));
        QVERIFY2(same(flows.league.front().week.assetsBefore, 104e6 * 100), "percentages stay right");
    }

    void aDayIsNotCountedTwiceWhenSourcesChange() {
        // Reported on each day but the last, counts only on the first and the last.
        InstrumentData fund =
            reportedFund("IWM", {kSessions.begin(), kSessions.begin() + 4}, [](std::size_t) { return 1e6; });
        fund.series.push_back(
            seriesOf(Field::Shares, Cadence::Daily, {kSessions[0], kSessions[4]}, {1e6, 9e6}));
        fund.series.push_back(seriesOf(Field::Nav, Cadence::Daily, {kSessions[0], kSessions[4]}, {100, 100}));
        const Flows flows = flowsOf({fund});
        QVERIFY(same(flows.league.front().week.usd, 4e6));
        QCOMPARE(flows.league.front().week.sessions, std::uint8_t{4});
    }

    void weeksThatEndOnAnotherDayHaveWeeksOfTheirOwn() {
        const Flows flows =
            flowsOf({weeklyFund("VB", day("2025-09-03"), std::vector<double>(12, 1e6))}); // Wednesdays
        QVERIFY(flows.funds.front().weekEnd == std::chrono::Wednesday);
        QCOMPARE(isoText(flows.league.front().week.end), std::string("2025-11-19"));
        QCOMPARE(isoText(flows.weekEnding), std::string("2025-11-21"));
    }

    void duplicatedAndOddWeeksAreTold() {
        InstrumentData fund = weeklyFund("VB", day("2025-09-05"), std::vector<double>(12, 1e6));
        fund.series[0].dates.insert(fund.series[0].dates.end() - 1, day("2025-11-19"));
        fund.series[0].values.insert(fund.series[0].values.end() - 1, 7e6);
        const Flows flows = flowsOf({fund});
        QVERIFY(hasFinding(flows, "duplicate_week") && hasFinding(flows, "odd_week_end"));
        QVERIFY2(same(flows.league.front().week.usd, 1e6), "the later figure stands");
    }

    void nothingLaterThanTheAsOfIsUsed() {
        const auto market = marketOf({countedFund(rising())});
        const auto flows = analyseFlows(MarketView::asOf(market, day("2025-11-28")), {});
        QVERIFY(flows && flows->isRunning);
        QCOMPARE(flows->sessions, 3); // the count of the 28th is published on 1 December
        QCOMPARE(flows->expected, 4);
        QVERIFY(!flows->league.front().after && !flows->league.front().mayFireRules());
        const auto whole = analyseFlows(MarketView::asOf(market, day("2025-12-01")), {});
        QVERIFY(whole && !whole->isRunning);
        QCOMPARE(whole->sessions, 4);
    }

    void refusalsSayWhatToDo() {
        const auto market =
            marketOf({countedFund(rising()),
                      instrumentOf("SPX", kSessions, std::vector<double>(kSessions.size(), 1))});
        const MarketView view = MarketView::latest(market);
        QCOMPARE(analyseFlows(view, weekOf("2020-01-01")).error().code, std::string("before_data"));
        QCOMPARE(analyseFlows(view, onlyFund("SPX")).error().code, std::string("no_flows"));
        QCOMPARE(analyseFlows(view, onlyFund("IWN")).error().code, std::string("unknown_symbol"));
    }
};

ROTASCOPE_SUITE(FlowSourcesTest)
#include "test_flow_sources.moc"
