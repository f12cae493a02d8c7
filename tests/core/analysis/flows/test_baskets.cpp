#include "core/analysis/flows/fund_facts.h"
#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const Date kFriday = day("2025-01-03");

const BasketRow& basket(const Flows& flows, std::string_view name) {
    return *std::find_if(flows.baskets.begin(), flows.baskets.end(),
                         [name](const BasketRow& row) { return row.name == name; });
}

/// Quiet weeks and a last one.
std::vector<double> ending(double last) {
    std::vector<double> usd;
    for (int i = 0; i < 40; ++i)
        usd.push_back((i % 2 == 0 ? 1 : -1) * 1e8);
    usd.push_back(last);
    return usd;
}

} // namespace

class BasketsTest : public QObject {
    Q_OBJECT

private slots:
    void basketsStandFromSourceToDestination() {
        const Flows flows = flowsOf({weeklyFund("IWM", kFriday, {3e9}), weeklyFund("VB", kFriday, {1e9}),
                                     weeklyFund("QQQ", kFriday, {-2e9}), weeklyFund("XLP", kFriday, {-1e9})});
        QCOMPARE(flows.baskets[0].name, std::string("Growth and technology"));
        QCOMPARE(flows.baskets[1].name, std::string("Defensives"));
        QCOMPARE(flows.baskets[2].name, std::string("Small caps"));
        QVERIFY(same(flows.baskets[2].usd, 4e9));
        QVERIFY(same(flows.baskets[2].shareOfGross, 4.0 / 7));
        QVERIFY2(std::isnan(basket(flows, "Broad").usd), "no fund of it has a figure");
        QVERIFY(basket(flows, "Small caps").missing == (std::vector<Symbol>{"AVUV", "IJR"}));
        QVERIFY2(!flows.baskets.back().inRotation, "the coverage list stands last");
    }

    void zOfABasketIsOfTheSameMoney() {
        const Flows flows =
            flowsOf({weeklyFund("IWM", kFriday, ending(5e8)), weeklyFund("VB", kFriday, ending(5e8))});
        const BasketRow& row = basket(flows, "Small caps");
        QVERIFY(row.zMeasure == FlowMeasure::Usd);
        // In units of 1e8: twenty times +1 and −1, then 5. Sum 5, sum of squares 65, 41 values.
        QVERIFY(same(row.z.z, (5 - 5.0 / 41) / std::sqrt((65 - 25.0 / 41) / 40)));
        QVERIFY(same(row.z.z, flows.league.front().z(FlowMeasure::Usd).z)); // twice the same series
    }

    void aSwitchWithinOneIndexIsFlaggedAndLeftOut() {
        const Flows flows =
            flowsOf({weeklyFund("IVV", kFriday, ending(40e9)), weeklyFund("VOO", kFriday, ending(-36e9)),
                     weeklyFund("SPY", kFriday, ending(1e8))});
        QVERIFY(flows.row("IVV")->sameIndex && flows.row("VOO")->sameIndex && !flows.row("SPY")->sameIndex);
        const BasketRow& broad = basket(flows, "Broad");
        QVERIFY(broad.funds == std::vector<Symbol>{"SPY"} && broad.leftOut == std::vector<Symbol>{"VOO"});
        QVERIFY(same(broad.usd, 1e8));
    }

    void everySwitchAndRoundTripOfTheRecordIsFound() {
        std::vector<double> in = ending(1e8), out = ending(-1e8);
        in[20] = 40e9;
        out[20] = -36e9;
        Flows flows = flowsOf({weeklyFund("IVV", kFriday, in), weeklyFund("VOO", kFriday, out)});
        QVERIFY2(flows.findings.empty(), "nothing odd in the last week");
        std::vector<FlowFinding> all = everyFlowFinding(flows.funds, flows.weekEnding);
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].code, std::string_view("same_index"));
        QCOMPARE(all[0].symbol, std::string("IVV"));
        QCOMPARE(isoText(all[0].last), std::string("2025-05-23"));
        QVERIFY(everyFlowFinding(flows.funds, day("2025-05-16")).empty());
        const std::vector<Date> sessions = nyseSessions(day("2025-09-02"), day("2025-11-28"));
        const auto usd = [](std::size_t i) { return i == 30 ? 5e9 : i == 33 ? -4.8e9 : 1e7; };
        flows = flowsOf({reportedFund("IWM", sessions, usd)});
        all = everyFlowFinding(flows.funds, flows.weekEnding);
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].code, std::string_view("round_trip"));
        QVERIFY(all[0].first == sessions[30] && all[0].last == sessions[33]);
    }

    void oppositeQuietWeeksAreNoSwitch() {
        const Flows flows =
            flowsOf({weeklyFund("IVV", kFriday, ending(1.2e8)), weeklyFund("VOO", kFriday, ending(-1.1e8))});
        QVERIFY(!flows.row("IVV")->sameIndex);
    }

    void aRoundTripWithinFiveSessionsIsFlagged() {
        const std::vector<Date> sessions = nyseSessions(day("2025-09-02"), day("2025-11-28"));
        const std::size_t last = sessions.size() - 1;
        const auto usd = [last](std::size_t i) { return i == last - 3 ? 5e9 : i == last ? -4.8e9 : 1e7; };
        const Flows flows = flowsOf({reportedFund("IWM", sessions, usd)});
        QVERIFY(flows.league.front().roundTrip);
        const auto half = [last](std::size_t i) { return i == last - 3 ? 5e9 : i == last ? -2e9 : 1e7; };
        QVERIFY(!flowsOf({reportedFund("IWM", sessions, half)}).league.front().roundTrip);
    }

    void basketsReadBackAsTheyWereWritten() {
        const std::vector<Basket> shipped(shippedBaskets().begin(), shippedBaskets().end());
        const auto read = parseBaskets(basketsText(shipped));
        QVERIFY(read && *read == shipped);
    }

    void wrongBasketsNameTheLine_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("no colon") << QStringLiteral("Small caps: IWM\nBroad SPY");
        QTest::newRow("no name") << QStringLiteral("A: IWM\n: SPY");
        QTest::newRow("no funds") << QStringLiteral("A: IWM\nBroad:");
        QTest::newRow("twice") << QStringLiteral("Broad: IWM\nBROAD: SPY");
    }

    void wrongBasketsNameTheLine() {
        QFETCH(QString, text);
        const auto read = parseBaskets(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, std::string("bad_basket"));
        QVERIFY(read.error().message.find("Line 2") == 0);
    }

    void anUnknownBasketNamesTheNearest() {
        const auto found = basketNamed(shippedBaskets(), "smal caps");
        QVERIFY(!found && found.error().message.find("Small caps") != std::string::npos);
        QVERIFY(basketNamed(shippedBaskets(), "SMALL CAPS"));
    }

    void fundFactsReadBackAndRefuseNonsense() {
        const auto facts = parseFundFacts("IWM index RUT fee 0.19 volume 9000000000\nVB fee 0.05\n");
        QVERIFY(facts && facts->size() == 2);
        QCOMPARE(fundFactsText(*facts),
                 std::string("IWM index RUT fee 0.19 volume 9000000000\nVB fee 0.05\n"));
        QCOMPARE(factsOf(*facts, "IWM").feePercent, 0.19);
        QCOMPARE(factsOf(*facts, "IJR").index, std::string("SML"));
        const auto more = withFacts(*facts, {"IWM", "", 0.2});
        QCOMPARE(fundFactsText(more), std::string("IWM index RUT fee 0.2 volume 9000000000\nVB fee 0.05\n"));
        QCOMPARE(withFacts(more, {"IJR", "SML"}).back().index, std::string("SML"));
        for (const char* wrong :
             {"IWM fee cheap", "IWM fee -1", "IWM fee", "IWM colour 2", "IWM fee 1\nIWM fee 2"})
            QVERIFY2(!parseFundFacts(wrong), wrong);
    }
};

ROTASCOPE_SUITE(BasketsTest)
#include "test_baskets.moc"
