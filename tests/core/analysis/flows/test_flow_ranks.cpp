#include "core/analysis/flows/flow_headline.h"
#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::vector<double> invented(std::size_t weeks) {
    InventedShocks shocks(5);
    std::vector<double> usd;
    for (std::size_t i = 0; i < weeks; ++i)
        usd.push_back(1e9 * shocks.next());
    return usd;
}

Flows weekly(const std::vector<double>& usd, std::string_view first = "2024-01-05") {
    return flowsOf({weeklyFund("IWM", day(first), usd)});
}

double naiveZ(const std::vector<double>& values, std::size_t last, std::size_t window) {
    const std::size_t first = last + 1 > window ? last + 1 - window : 0;
    double sum = 0;
    for (std::size_t i = first; i <= last; ++i)
        sum += values[i];
    const double n = static_cast<double>(last - first + 1);
    double squares = 0;
    for (std::size_t i = first; i <= last; ++i)
        squares += (values[i] - sum / n) * (values[i] - sum / n);
    return (values[last] - sum / n) / std::sqrt(squares / (n - 1));
}

} // namespace

class FlowRanksTest : public QObject {
    Q_OBJECT

private slots:
    void zAgreesWithItsDefinitionOnEachWeek() {
        const std::vector<double> usd = invented(120);
        const Flows flows = weekly(usd);
        const auto& weeks = flows.funds.front().weeks;
        QCOMPARE(weeks.size(), usd.size());
        for (std::size_t i = 0; i < weeks.size(); ++i) {
            const FlowZ z = flowZ(weeks, i, FlowMeasure::Usd, kYearOfWeeks);
            if (i < 25)
                QVERIFY(std::isnan(z.z) && z.weeks == i + 1);
            else
                QVERIFY(std::abs(z.z - naiveZ(usd, i, 52)) < 1e-9);
        }
    }

    void tenWeeksHaveNoZAndSaySo() {
        const Flows flows = weekly(invented(10));
        const FlowZ& z = flows.league.front().z(FlowMeasure::Usd);
        QVERIFY(std::isnan(z.z));
        QCOMPARE(missingZInWords(z, kYearOfWeeks), std::string("needs 26 weeks for z; has 10"));
        QVERIFY(plainText(flowHeadline(flows, flows.league.front())).find("has 10") != std::string::npos);
    }

    void ranksCountTheYearTheLast52AndAllWeeks() {
        std::vector<double> usd(100, 1e6);
        usd[10] = 9e6; // 2024
        usd[60] = 5e6; // 28 February 2025
        usd[99] = 3e6; // 28 November 2025
        const LeagueRow row = weekly(usd).league.front();
        QCOMPARE(isoText(row.week.end), std::string("2025-11-28"));
        const auto rank = [&row](RankWindow window) { return row.rank(FlowMeasure::Usd, window); };
        QCOMPARE(rank(RankWindow::Year).rank, std::size_t{2});
        QCOMPARE(rank(RankWindow::Year).of, std::size_t{48});
        QCOMPARE(rank(RankWindow::FiftyTwoWeeks).of, std::size_t{52});
        QCOMPARE(rank(RankWindow::All).rank, std::size_t{3});
        QCOMPARE(rank(RankWindow::All).of, std::size_t{100});
        QVERIFY(same(rank(RankWindow::All).percentile(), 0.98));
        QVERIFY2(!row.rank(FlowMeasure::Percent, RankWindow::All).isKnown(), "assets are not known");
    }

    void equalWeeksShareTheBetterRank() {
        const LeagueRow row = weekly({5e6, 5e6, 1e6, 5e6}).league.front();
        QCOMPARE(row.rank(FlowMeasure::Usd, RankWindow::All).rank, std::size_t{1});
    }

    void aRankAmongFewWeeksFiresNothing() {
        QVERIFY(!weekly(invented(7)).league.front().mayFireRules());
        QVERIFY(weekly(invented(8)).league.front().mayFireRules());
    }

    void streaksEndAtOtherSignsZerosAndHoles_data() {
        QTest::addColumn<QList<double>>("usd");
        QTest::addColumn<int>("streak");
        QTest::newRow("three inflows") << QList<double>{-1, 1, 1, 1} << 3;
        QTest::newRow("two outflows") << QList<double>{1, -1, -1} << -2;
        QTest::newRow("no money moved") << QList<double>{1, 1, 0} << 0;
        QTest::newRow("a zero ends it") << QList<double>{1, 0, 1} << 1;
    }

    void streaksEndAtOtherSignsZerosAndHoles() {
        QFETCH(QList<double>, usd);
        QFETCH(int, streak);
        QCOMPARE(weekly({usd.begin(), usd.end()}).league.front().streak, streak);
    }

    void aMissingWeekIsNotZero() {
        InstrumentData fund = weeklyFund("IWM", day("2025-10-03"), std::vector<double>(9, 1e6));
        fund.series[0].dates.erase(fund.series[0].dates.begin() + 6);
        fund.series[0].values.pop_back();
        const Flows flows = flowsOf({fund});
        QCOMPARE(flows.funds.front().weeks.size(), std::size_t{8});
        QVERIFY(std::isnan(flows.league.front().fourWeeks));
        QCOMPARE(flows.league.front().streak, 2);
    }

    void sumsOfWeeksDaysAndMonths() {
        const std::vector<Date> sessions = nyseSessions(day("2025-09-02"), day("2025-11-28"));
        const Flows flows = flowsOf({reportedFund("IWM", sessions, [](std::size_t) { return 1e6; })});
        const LeagueRow& row = flows.league.front();
        QVERIFY(same(row.fourWeeks, 19e6));
        QVERIFY(same(row.month.usd, 19e6));
        QVERIFY(same(row.year.usd, static_cast<double>(sessions.size()) * 1e6));
        const std::vector<FlowMonth> months = flowMonths(flows.funds.front().days, flows.weekEnding);
        QCOMPARE(months.size(), std::size_t{3});
        QVERIFY(months.back().isComplete && same(months[1].usd, 23e6));
    }

    void theWeekIsToldWithBothNeighbours() {
        std::vector<double> usd = invented(100);
        usd[98] = -2.06e9;
        usd[99] = 2.78e9;
        usd.push_back(-1.17e9);
        const Flows flows = flowsOf({weeklyFund("IWM", day("2024-01-05"), usd)}, weekOf("2025-11-28"));
        const std::string words = plainText(flowHeadline(flows, flows.league.front()));
        QVERIFY2(words.find("IWM took in $2.78 bn in the week to 28 Nov 2025 (4 sessions)") == 0,
                 words.c_str());
        QCOMPARE(
            plainText(flowClause(flows, flows.league.front())),
            std::string("In the week to 28 Nov (4 sessions) IWM took in $2.78 bn, the largest inflow of 48 "
                        "weeks this year."));
        QVERIFY2(words.find("the largest inflow of 48 weeks this year in dollars") != std::string::npos,
                 words.c_str());
        QVERIFY2(words.find("The week before −$2.06 bn, the week after −$1.17 bn.") != std::string::npos,
                 words.c_str());
    }

    void aSpreadThatReadsAsZeroIsLevel() {
        Flows flows;
        QVERIFY(pairInWords(flows).empty());
        flows.pair = PairWeek{"RUT", "SPX", 0.0546, 0.0366, 4};
        QCOMPARE(pairInWords(flows),
                 std::string("RUT +5.5 %, SPX +3.7 % over the same four sessions: RUT ahead by 1.8 points"));
        flows.pair = PairWeek{"RUT", "SPX", -0.0001, 0.0001, 5};
        QCOMPARE(pairInWords(flows),
                 std::string("RUT 0.0 %, SPX 0.0 % over the same five sessions: RUT level"));
    }

    void amountsAreRoundedAsPeopleWriteThem_data() {
        QTest::addColumn<double>("usd");
        QTest::addColumn<QString>("text");
        QTest::newRow("billions") << 2775369643.8 << QStringLiteral("+$2.78 bn");
        QTest::newRow("millions") << -310e6 << QStringLiteral("−$310 m");
        QTest::newRow("nearly a billion") << 999.9e6 << QStringLiteral("+$1.00 bn");
        QTest::newRow("little") << 412e3 << QStringLiteral("+$0.4 m");
        QTest::newRow("nothing") << 0.0 << QStringLiteral("$0.0 m");
        QTest::newRow("missing") << std::nan("") << QStringLiteral("–");
    }

    void amountsAreRoundedAsPeopleWriteThem() {
        QFETCH(double, usd);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(usdText(usd)), text);
    }
};

ROTASCOPE_SUITE(FlowRanksTest)
#include "test_flow_ranks.moc"
