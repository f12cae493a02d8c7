#include "core/analysis/relative/breadth_wording.h"
#include "core/analysis/relative/chain_wording.h"
#include "core/analysis/relative/rotation_wording.h"
#include "core/analysis/wording.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

/// A leg whose history is `moves` spreads of 1 % and below, and the last one.
ChainLeg legOf(const char* from, const char* to, std::string_view meaning, double spread, double z) {
    ChainLeg leg{from, to, meaning, spread, z, 0.986, std::vector<double>(1000, 0.01), {}};
    leg.spreads.back() = spread;
    return leg;
}

DivergenceChain inventedChain() {
    DivergenceChain chain;
    chain.dates = weekdays(*makeDate(2024, 1, 1), 1000);
    chain.legs = {legOf("IWM", "IJR", "unprofitable small caps", 0.007, 0.81),
                  legOf("IJR", "RSP", "size", 0.0274, 3.1), legOf("RSP", "SPY", "concentration", 0.004, 0.4)};
    chain.whole = legOf("IWM", "SPY", "", 0.0384, 2.41);
    return chain;
}

RotationTrack trackOf(const char* symbol, std::vector<double> strength, std::vector<double> momentum) {
    RotationTrack track;
    track.symbol = symbol;
    track.dates = weekdays(*makeDate(2024, 1, 1), strength.size());
    track.strength = std::move(strength);
    track.momentum = std::move(momentum);
    track.quadrant = quadrantOf(track.strength.back(), track.momentum.back());
    for (std::size_t i = track.dates.size();
         i-- > 0 && quadrantOf(track.strength[i], track.momentum[i]) == track.quadrant;)
        ++track.inQuadrant;
    return track;
}

} // namespace

class RelativeWordingTest : public QObject {
    Q_OBJECT

private slots:
    void theChainNamesItsParts() {
        const Headline headline = chainHeadline(inventedChain());
        QCOMPARE(headline.size(), std::size_t{3});
        QCOMPARE(headline.front().emphasis, Emphasis::Strong);
        QCOMPARE(textOf(plainText(headline)),
                 QStringLiteral("IWM led SPY by 3.8 points in five sessions (98.6th percentile, z +2.41): "
                                "+0.7 unprofitable small caps (IWM − IJR), +2.7 size (IJR − RSP) and +0.4 "
                                "concentration (RSP − SPY). Unusual against 1,000 overlapping moves since 1 "
                                "Jan 2024: size (z +3.10)."));
    }

    void aShortChainHasNoZ() {
        DivergenceChain chain = inventedChain();
        chain.whole.z = kNaN;
        chain.whole.spreads.resize(30);
        QVERIFY(textOf(plainText(chainHeadline(chain)))
                    .endsWith(QStringLiteral("No z: it needs 252 moves, there are 30.")));
    }

    void theBoardCountsWhatIsUnusual() {
        const double nan = kNaN;
        const std::vector<BoardRow> rows{
            {{"RUT", "SPX"}, weekdays(*makeDate(2024, 1, 1), 1)[0], 0.05, 0.03, 0.02, 2.3, 0.98, 0, 0, {}},
            {{"IWM", "SPY"}, {}, 0.05, 0.09, -0.04, -3.5, 0, 0, 0, {}},
            {{"IJR", "RSP"}, {}, 0, 0, 0, 0.2, 0.5, 0, 0, {}},
            {{"VB", "VOO"}, {}, nan, nan, nan, nan, nan, nan, nan, "VOO is not in this desk."}};
        const std::vector<std::string> words = boardInWords(rows, 5);
        QCOMPARE(textOf(words[0]),
                 QStringLiteral("2 of 3 pairs have an unusual spread over five sessions: IWM/SPY −4.0 pp (z "
                                "−3.50) and RUT/SPX +2.0 pp (z +2.30)."));
        QCOMPARE(textOf(words[1]), QStringLiteral("Without a z: VB/VOO."));
    }

    void groupsStandSomewhereBelowTheirHigh() {
        const std::vector<InstrumentData> instruments{closesOf("XLF", {10, 12, 11}),
                                                      closesOf("XLP", {20, 20, 20})};
        const GroupRatio groups = *groupRatio(latestOf(instruments), Basket{"Cyclicals", {"XLF"}, true},
                                              Basket{"Defensives", {"XLP"}, true});
        const GroupMove move = groupMove(groups, 1);
        QCOMPARE(move.moves, std::size_t{2});
        QCOMPARE(move.highAt, std::size_t{1});
        QCOMPARE(textOf(plainText(groupHeadline(groups, 1))),
                 QStringLiteral("Cyclicals lagged Defensives by 8.3 points in one session (the lowest so "
                                "far): −8.3 % against 0.0 %. The ratio stands 8.3 % below its high of 2 Jan "
                                "2024."));
    }

    void breadthSaysWhoTakesPart() {
        Breadth breadth;
        breadth.asOf = *makeDate(2025, 11, 28);
        breadth.window = 21;
        for (const auto& [symbol, move] :
             {std::pair{"KRE", 0.05}, {"IWM", 0.03}, {"SPY", 0.01}, {"QQQ", -0.02}})
            breadth.members.push_back({symbol, move, {}});
        breadth.up = {3, 4};
        breadth.above = {BreadthShare{3, 4}, BreadthShare{2, 4}, BreadthShare{0, 0}};
        breadth.bestFifth = 5.0 / 7;
        breadth.leveraged = {"TNA", "TZA"};
        const std::vector<std::string> words = breadthInWords(breadth, "Coverage list");
        QCOMPARE(textOf(words[0]), QStringLiteral("Coverage list: 3 of 4 (75 %) rose over 21 sessions."));
        QCOMPARE(textOf(words[1]),
                 QStringLiteral("3 of 4 (75 %) above EMA20 and 2 of 4 (50 %) above SMA50."));
        QCOMPARE(textOf(words[2]),
                 QStringLiteral("The best one of 4 made 71 % of the summed gain, equal weights."));
        QCOMPARE(textOf(words[3]),
                 QStringLiteral("Leaders KRE +5.0 % and IWM +3.0 %; laggards SPY +1.0 % and "
                                "QQQ −2.0 %."));
        QCOMPARE(textOf(words[4]), QStringLiteral("Left out as leveraged: TNA and TZA."));
        breadth.bestFifth = kNaN;
        QVERIFY(breadthInWords(breadth, "All")[2].starts_with("The moves do not add up to a gain"));
    }

    void rotationTellsTurnsWithTheirDates() {
        RotationMap map;
        map.tracks = {trackOf("IWM", {99, 101, 101}, {101, 101, 102}),
                      trackOf("QQQ", {101, 101, 101}, {99, 99, 99}),
                      trackOf("KRE", {kNaN, 102, 102}, {kNaN, 101, 101})};
        map.missing = {"NEW"};
        const std::vector<std::string> words = rotationInWords(map);
        QCOMPARE(textOf(words[0]),
                 QStringLiteral("Leading against SPY: IWM (2 sessions) and KRE (2 sessions)."));
        QCOMPARE(textOf(words[1]), QStringLiteral("Weakening against SPY: QQQ (3 sessions)."));
        QCOMPARE(textOf(words[2]), QStringLiteral("Changed within 5 sessions: IWM from improving to leading "
                                                  "on 2 Jan 2024."));
        QCOMPARE(textOf(words[3]),
                 QStringLiteral("No place on the map yet, closes missing or fewer than 130 sessions in "
                                "common: NEW."));
    }
};

ROTASCOPE_SUITE(RelativeWordingTest)
#include "test_relative_wording.moc"
