#include "core/analysis/flows/flow_followers.h"
#include "core/analysis/flows/flow_quadrant.h"
#include "core/analysis/flows/flow_study.h"
#include "core/analysis/flows/fund_comparison.h"
#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <numeric>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const std::vector<Date> kSessions = nyseSessions(day("2018-01-02"), day("2025-11-28"));

/// Closes of an invented index, and of a fund that moves twice as much.
std::vector<InstrumentData> market() {
    InventedShocks shocks(11);
    InstrumentData fund =
        reportedFund("IWM", kSessions, [&shocks](std::size_t) { return 1e8 * shocks.next(); });
    std::vector<double> index, closes;
    double level = 1000, price = 100;
    for (std::size_t i = 0; i < kSessions.size(); ++i) {
        const double move = 0.01 * shocks.next();
        level *= 1 + move;
        price *= 1 + 2 * move;
        index.push_back(level);
        closes.push_back(price);
    }
    fund.daily = instrumentOf("IWM", kSessions, closes).daily;
    fund.series.push_back(
        seriesOf(Field::Aum, Cadence::Daily, kSessions, std::vector<double>(kSessions.size(), 5e10)));
    return {fund, instrumentOf("RUT", kSessions, index), instrumentOf("SPX", kSessions, index)};
}

/// Pearson's correlation over two passes, and Fisher's interval around it.
void agreesWithItsDefinition(const FlowReturnLink& link, const std::vector<FlowWeek>& weeks) {
    std::vector<double> x, y;
    for (int i = 0; i < std::ssize(weeks); ++i) {
        const int k = i + link.lag;
        if (k < 0 || k >= std::ssize(weeks))
            continue;
        const double flow = weeks[static_cast<std::size_t>(i)].percent();
        const double move = weeks[static_cast<std::size_t>(k)].weekReturn;
        if (std::isnan(flow) || std::isnan(move))
            continue;
        x.push_back(flow);
        y.push_back(move);
    }
    const auto n = static_cast<double>(x.size());
    const double meanX = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double meanY = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    const double r = xy / std::sqrt(xx * yy);
    QCOMPARE(link.n, x.size());
    QVERIFY(std::abs(link.correlation - r) < 1e-9);
    QVERIFY(std::abs(link.interval.low - std::tanh(std::atanh(r) - 1.959963984540054 / std::sqrt(n - 3))) <
            1e-8);
    QVERIFY(std::abs(link.interval.high - std::tanh(std::atanh(r) + 1.959963984540054 / std::sqrt(n - 3))) <
            1e-8);
}

} // namespace

class FlowStudyTest : public QObject {
    Q_OBJECT

private slots:
    void persistenceCountsPairsOfWeeks() {
        const Flows flows = flowsOf({weeklyFund("VB", day("2025-01-03"), {1, 1, -1, -1, 1, 0, 1})});
        const FlowStudy study =
            studyFlows(MarketView::latest(marketOf(market())), flows.funds.front(), flows.weekEnding, "SPX");
        QCOMPARE(study.persistence.n, std::size_t{4}); // a week without money ends no pair
        QVERIFY(same(study.persistence.same, 0.5));
    }

    void aFlowThatFollowsItsReturnIsSeen() {
        std::vector<InstrumentData> data = market();
        // Each week's flow on its last session is a multiple of the week's return.
        const auto weeks =
            weeklySums(kSessions, std::vector<double>(kSessions.size(), 0), std::chrono::Friday);
        std::vector<double>& usd = data[0].series[0].values;
        const auto& closes = data[0].daily.column(Field::Close);
        std::size_t at = 0;
        for (std::size_t w = 0; w < weeks.size(); ++w) {
            const std::size_t last = at + weeks.values[w] - 1;
            for (std::size_t i = at; i <= last; ++i)
                usd[i] = i == last && at > 0 ? 1e9 * (closes[last] / closes[at - 1] - 1) : 0;
            at = last + 1;
        }
        const MarketView view = MarketView::latest(marketOf(data));
        const Flows flows = *analyseFlows(view, {});
        const FlowStudy study = studyFlows(view, *flows.fund("IWM"), flows.weekEnding, "SPX");
        QVERIFY(study.measure == FlowMeasure::Percent && !study.onOrderDay);
        // A multiple of the return, so that the correlation is 1 but for the last digits of the sums.
        QVERIFY(std::abs(study.links[1].correlation - 1) < 1e-9);
        QVERIFY(std::abs(study.links[1].interval.low - 1) < 1e-4);
        for (const std::size_t lag : {std::size_t{0}, std::size_t{2}})
            agreesWithItsDefinition(study.links[lag], flows.fund("IWM")->weeks);
    }

    void correlationsAndIntervalsAgreeWithTheirDefinition() {
        const MarketView view = MarketView::latest(marketOf(market()));
        const Flows flows = *analyseFlows(view, {});
        const FlowStudy study = studyFlows(view, *flows.fund("IWM"), flows.weekEnding, "SPX");
        for (const FlowReturnLink& link : study.links) {
            agreesWithItsDefinition(link, flows.fund("IWM")->weeks);
            QVERIFY(link.interval.low < link.correlation && link.correlation < link.interval.high);
        }
    }

    void topWeeksKnowNothingOfLaterOnes() {
        std::vector<double> usd(80, 1.0);
        usd[60] = 5;
        usd[70] = 9;
        const Flows flows = flowsOf({weeklyFund("VB", day("2024-01-05"), usd)});
        const auto all = topWeeks(flows.funds.front().weeks, FlowMeasure::Usd, kTopInflows, 52);
        const auto until =
            topWeeks(std::span(flows.funds.front().weeks).first(65), FlowMeasure::Usd, kTopInflows, 52);
        QVERIFY(std::find(all.begin(), all.end(), 60) != all.end());
        for (const std::size_t at : until)
            QVERIFY(std::find(all.begin(), all.end(), at) != all.end());
    }

    void followersAreHeldAgainstAnyWeek() {
        const MarketView view = MarketView::latest(marketOf(market()));
        const Flows flows = *analyseFlows(view, {});
        const FlowStudy study = studyFlows(view, *flows.fund("IWM"), flows.weekEnding, "SPX");
        QVERIFY(study.followers && study.followers->against == "SPX");
        const FlowFollowers& followers = *study.followers;
        QVERIFY(followers.events > 10 && followers.events < followers.weeks / 10);
        QCOMPARE(followers.horizons.size(), kFollowHorizons.size());
        QVERIFY(followers.horizons[0].small.baselineN > 300);
        QVERIFY2(std::abs(followers.horizons[0].small.excess()) < 0.02, "random flows foretell nothing");
    }

    void seasonsOfTheYear_data() {
        QTest::addColumn<QString>("friday");
        QTest::addColumn<bool>("thanksgiving");
        QTest::addColumn<bool>("yearEnd");
        QTest::addColumn<bool>("monthEnd");
        QTest::newRow("28 Nov 2025") << QStringLiteral("2025-11-28") << true << false << true;
        QTest::newRow("21 Nov 2025") << QStringLiteral("2025-11-21") << false << false << false;
        QTest::newRow("2 Jan 2026") << QStringLiteral("2026-01-02") << false << true << true;
        QTest::newRow("29 Nov 2024") << QStringLiteral("2024-11-29") << true << false << true;
        QTest::newRow("a month that ends on a Sunday")
            << QStringLiteral("2025-11-28") << true << false << true;
    }

    void seasonsOfTheYear() {
        QFETCH(QString, friday);
        const Date end = day(friday.toStdString());
        QTEST(isInSeason(end, FlowSeason::Thanksgiving), "thanksgiving");
        QTEST(isInSeason(end, FlowSeason::YearEnd), "yearEnd");
        QTEST(isInSeason(end, FlowSeason::MonthEnd), "monthEnd");
    }

    void theQuadrantNamesItsQuarters_data() {
        QTest::addColumn<double>("flow");
        QTest::addColumn<double>("weekReturn");
        QTest::addColumn<QString>("name");
        QTest::newRow("in and up") << 1.0 << 0.1 << QStringLiteral("accumulation");
        QTest::newRow("in and down") << 1.0 << -0.1 << QStringLiteral("dip-buying");
        QTest::newRow("out and up") << -1.0 << 0.1 << QStringLiteral("profit-taking");
        QTest::newRow("out and down") << -1.0 << -0.1 << QStringLiteral("capitulation");
    }

    void theQuadrantNamesItsQuarters() {
        QFETCH(double, flow);
        QFETCH(double, weekReturn);
        QFETCH(QString, name);
        QCOMPARE(QString::fromUtf8(quarterOf({flow, weekReturn}).data()), name);
    }

    void theQuadrantPlacesFundsByZWithTheirTails() {
        const Flows flows = flowsOf(market());
        const FlowQuadrant quadrant = flowQuadrant(flows, 3);
        QVERIFY(quadrant.unit == FlowQuadrantUnit::Z && quadrant.points.size() == 1);
        const LeagueRow& row = *flows.row("IWM");
        QVERIFY(same(quadrant.points[0].place.flow, row.z(FlowMeasure::Percent).z));
        QVERIFY(same(quadrant.points[0].place.weekReturn, row.week.weekReturn));
        QCOMPARE(quadrant.points[0].tail.size(), std::size_t{3});
        const Flows bare = flowsOf({weeklyFund("IWM", day("2025-01-03"), {1e9, 2e9})});
        QVERIFY(flowQuadrant(bare, 3).points.empty());
        QVERIFY(flowQuadrant(bare, 3).leftOut == std::vector<Symbol>{"IWM"});
    }

    void fundsAreComparedWithTheIndexTheyFollow() {
        const MarketView view = MarketView::latest(marketOf(market()));
        const Flows flows = *analyseFlows(view, {});
        const FundComparison compared = compareFunds(view, flows, shippedBaskets()[0], "RUT", {});
        QCOMPARE(compared.funds.size(), std::size_t{1});
        const ComparedFund& fund = compared.funds[0];
        QVERIFY(std::abs(fund.beta - 2) < 1e-6 && std::abs(fund.correlation - 1) < 1e-9);
        QVERIFY(!std::isnan(fund.trackingDifference) && std::isnan(fund.facts.feePercent));
        QVERIFY(same(fund.flowShare, 1));
        QVERIFY(compared.missing == (std::vector<Symbol>{"VB", "AVUV", "IJR"}));
        const FundComparison other =
            compareFunds(view, flows, {"x", {"IWM"}, true}, "RUT", std::vector<FundFacts>{{"IWM", "SML"}});
        QVERIFY2(std::isnan(other.funds[0].trackingDifference), "SML is not in the desk");
    }

    void nothingLaterThanTheAsOfIsUsed() {
        std::vector<InstrumentData> whole = market();
        const Date asOf = day("2024-06-14");
        const MarketView before = MarketView::asOf(marketOf(whole), asOf);
        for (InstrumentData& data : whole)
            for (Series& series : data.series)
                for (std::size_t i = 0; i < series.dates.size(); ++i)
                    if (series.dates[i] >= asOf)
                        series.values[i] *= -3;
        whole = endingAt(whole, asOf);
        const MarketView changed = MarketView::asOf(marketOf(whole), asOf);
        const Flows a = *analyseFlows(before, {});
        const Flows b = *analyseFlows(changed, {});
        QVERIFY(same(a.row("IWM")->week.usd, b.row("IWM")->week.usd));
        QVERIFY(same(a.row("IWM")->z(FlowMeasure::Percent).z, b.row("IWM")->z(FlowMeasure::Percent).z));
        const FlowStudy first = studyFlows(before, *a.fund("IWM"), a.weekEnding, "SPX");
        const FlowStudy second = studyFlows(changed, *b.fund("IWM"), b.weekEnding, "SPX");
        QVERIFY(same(first.links[1].correlation, second.links[1].correlation));
        QCOMPARE(first.followers->events, second.followers->events);
        QVERIFY(same(first.followers->horizons[1].small.inference.mean,
                     second.followers->horizons[1].small.inference.mean));
    }
};

ROTASCOPE_SUITE(FlowStudyTest)
#include "test_flow_study.moc"
