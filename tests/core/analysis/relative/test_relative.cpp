// Chain, pair board, basket indices and breadth.
#include "core/analysis/divergence.h"
#include "core/analysis/relative/basket_index.h"
#include "core/analysis/relative/breadth.h"
#include "core/analysis/relative/chain.h"
#include "core/analysis/relative/pair_board.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::vector<InstrumentData> inventedChain(std::size_t sessions) {
    std::vector<InstrumentData> out;
    std::uint64_t seed = 21;
    for (const char* symbol : {"IWM", "IJR", "RSP", "SPY"})
        out.push_back(closesOf(symbol, quotedWalk(sessions, seed++)));
    return out;
}

void dropSession(InstrumentData& data, std::size_t at) {
    const auto place = static_cast<std::ptrdiff_t>(at);
    data.daily.dates.erase(data.daily.dates.begin() + place);
    std::vector<double>& closes = data.daily.columns[indexOf(Field::Close)];
    closes.erase(closes.begin() + place);
}

/// "AA", "BB", …
Symbol memberName(int number) {
    return Symbol(2, static_cast<char>('A' + number));
}

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

class RelativeTest : public QObject {
    Q_OBJECT

private slots:
    void legsOfTheChainAddUp() {
        std::vector<InstrumentData> instruments = inventedChain(600);
        dropSession(instruments[2], 300);
        const auto chain = analyseChain(latestOf(instruments), {});
        QVERIFY(chain.has_value());
        QCOMPARE(chain->dates.size(), std::size_t{599});
        QCOMPARE(chain->dropped, std::size_t{1});
        QCOMPARE(chain->legs.size(), std::size_t{3});
        for (std::size_t i = 5; i < chain->dates.size(); ++i) {
            double sum = 0;
            for (const ChainLeg& leg : chain->legs)
                sum += leg.spreads[i];
            QVERIFY(std::abs(sum - chain->whole.spreads[i]) < 1e-14);
        }
        QVERIFY(std::isnan(chain->whole.spreads[4]));
        QVERIFY(std::isnan(chain->whole.zs[255]) && !std::isnan(chain->whole.zs[256]));
        QCOMPARE(chain->legs[1].meaning, std::string_view("size"));
        QVERIFY(chain->whole.meaning.empty());
        QCOMPARE(chain->whole.z, chain->whole.zs.back());
        // Two links: the same z as the divergence of the pair.
        const auto two = analyseChain(latestOf(instruments), {{"IWM", "SPY"}, 5});
        const auto pair = analyseDivergence(latestOf(instruments), {"IWM", "SPY", 5, false});
        QCOMPARE(two->whole.z, pair->zSpread[indexOf(SigmaMode::Expanding)].z);
        QCOMPARE(two->whole.percentile, pair->percentile);
    }

    void theChainKeepsItsPast() {
        const std::vector<InstrumentData> instruments = inventedChain(420);
        const auto market = marketOf(instruments);
        const auto whole = analyseChain(MarketView::latest(market), {});
        for (int offset = 20; offset < 580; offset += 23) {
            const Date date = *makeDate(2024, 1, 1) + std::chrono::days{offset};
            const auto seen = analyseChain(MarketView::asOf(market, date), {});
            const auto ended = analyseChain(latestOf(endingAt(instruments, date)), {});
            EXPECT_COLUMN(seen->whole.zs, ended->whole.zs, 0);
            std::vector<double> part = whole->legs[1].spreads;
            part.resize(seen->dates.size());
            EXPECT_COLUMN(seen->legs[1].spreads, part, 0);
        }
    }

    void chainsThatAreRefused() {
        const MarketView view = latestOf(inventedChain(30));
        const auto code = [&](const ChainParams& params) {
            const auto chain = analyseChain(view, params);
            return chain ? QStringLiteral("none") : textOf(chain.error().code);
        };
        QCOMPARE(code({{"IWM"}, 5}), QStringLiteral("bad_chain"));
        QCOMPARE(code({{"IWM", "SPY", "IWM"}, 5}), QStringLiteral("bad_chain"));
        QCOMPARE(code({{"IWM", "SPY"}, 0}), QStringLiteral("bad_days"));
        QCOMPARE(code({{"IWM", "SPY"}, 30}), QStringLiteral("too_short"));
        QCOMPARE(code({{"IWM", "QQQ"}, 5}), QStringLiteral("unknown_symbol"));
        const std::vector<InstrumentData> apart{
            closesOf("IWM", quotedWalk(10)),
            instrumentOf("SPY", weekdays(*makeDate(2030, 1, 1), 3), {1, 2, 3})};
        QCOMPARE(textOf(analyseChain(latestOf(apart), {{"IWM", "SPY"}, 1}).error().code),
                 QStringLiteral("no_common_session"));
    }

    void theBoardAsksEveryPairTheSame() {
        const MarketView view = latestOf(inventedChain(600));
        const std::vector<BoardRow> rows = pairBoard(view, shippedPairs(), 5);
        QCOMPARE(rows.size(), std::size_t{10});
        for (const BoardRow& row : rows) {
            const auto alone = analyseDivergence(view, {row.pair.small, row.pair.large, 5, false});
            QCOMPARE(row.missing.empty(), alone.has_value());
            QCOMPARE(row.asOf.has_value(), alone.has_value());
            QVERIFY(!alone || row.betaZ == alone->beta.z);
            QVERIFY(!alone || row.spread == alone->spread);
        }
        QVERIFY(!rows[0].missing.empty()); // RUT/SPX is not in this desk
        QVERIFY(rows[1].missing.empty() && !std::isnan(rows[1].z));
    }

    void aBasketIsTheMeanOfItsMembersDays() {
        const std::vector<InstrumentData> instruments{
            closesOf("IWM", {100, 110, 99}), closesOf("VB", {50, 50, 60}),
            instrumentOf("AVUV", weekdays(*makeDate(2024, 1, 2), 2), {10, 11})};
        const auto index =
            basketIndex(latestOf(instruments), Basket{"Small caps", {"IWM", "VB", "AVUV", "IJR"}, true});
        QVERIFY(index.has_value());
        EXPECT_COLUMN(index->levels, (std::vector<double>{100, 105, 105 * (1 + (-0.1 + 0.2 + 0.1) / 3)}),
                      1e-14);
        QCOMPARE(index->members, (std::vector<std::size_t>{0, 2, 3}));
        QCOMPARE(index->missing, std::vector<Symbol>{"IJR"});
        QCOMPARE(textOf(basketIndex(latestOf(instruments), Basket{"None", {"XLF"}, true}).error().code),
                 QStringLiteral("no_data"));
    }

    void aDayOfOneMemberAloneIsNoSession() {
        std::vector<InstrumentData> instruments{
            closesOf("IWM", quotedWalk(30)), closesOf("VB", quotedWalk(30)), closesOf("IJR", quotedWalk(30))};
        dropSession(instruments[0], 12);
        dropSession(instruments[1], 12);
        const auto index =
            basketIndex(latestOf(instruments), Basket{"Small caps", {"IWM", "VB", "IJR"}, true});
        QCOMPARE(index->dates.size(), std::size_t{29});
        QCOMPARE(*std::min_element(index->members.begin() + 1, index->members.end()), std::size_t{3});
    }

    void groupsAgainstEachOther() {
        const std::vector<InstrumentData> instruments{closesOf("XLF", {10, 11, 11}),
                                                      closesOf("XLP", {20, 20, 22})};
        const auto ratio = groupRatio(latestOf(instruments), Basket{"Cyclicals", {"XLF"}, true},
                                      Basket{"Defensives", {"XLP"}, true});
        QVERIFY(ratio.has_value());
        EXPECT_COLUMN(ratio->ratio, (std::vector<double>{100, 110, 100}), 1e-12);
    }

    void breadthCountsWhoTakesPart() {
        std::vector<InstrumentData> instruments;
        for (int i = 0; i < 10; ++i) {
            std::vector<double> closes(260, 100);
            closes.back() = 100 + (i < 7 ? 1 + i : -1);
            instruments.push_back(closesOf(memberName(i), closes));
        }
        instruments.push_back(closesOf("TNA", std::vector<double>(260, 5)));
        instruments.push_back(closesOf("NEW", {1, 2, 3}));
        instruments.push_back(closesOf("OLD", std::vector<double>(200, 7)));
        Basket list{"Coverage list", {"TNA", "NEW", "OLD", "GONE"}, false};
        for (int i = 0; i < 10; ++i)
            list.funds.push_back(memberName(i));
        const auto breadth = analyseBreadth(latestOf(instruments), list, 21);
        QVERIFY(breadth.has_value());
        QCOMPARE(breadth->up.count, std::size_t{7});
        QCOMPARE(breadth->up.of, std::size_t{10});
        QCOMPARE(breadth->up.share(), 0.7);
        QCOMPARE(breadth->above[2].share(), 0.7);
        QCOMPARE(breadth->members.front().symbol, memberName(6));
        QVERIFY(close(breadth->bestFifth, 13.0 / 25, 1e-12)); // 7 + 6 of 28 − 3
        QCOMPARE(breadth->leveraged, std::vector<Symbol>{"TNA"});
        QCOMPARE(breadth->stale, std::vector<Symbol>{"OLD"});
        QCOMPARE(breadth->missing, (std::vector<Symbol>{"NEW", "GONE"}));
        QVERIFY(!analyseBreadth(latestOf(instruments), Basket{"One", {"TNA"}, true}, 21));
        QVERIFY(std::isnan(
            analyseBreadth(latestOf(instruments), Basket{"Down", {memberName(8), memberName(9)}, true}, 21)
                ->bestFifth));
    }

    void novemberAndDecember2025() {
        const std::vector<InstrumentData> funds = realCloses({"IWM", "IJR", "RSP", "SPY"});
        if (funds.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; the chain was not checked on real data.");
        const MarketView view = MarketView::asOf(marketOf(funds), *makeDate(2025, 11, 28));
        const auto points = [](double fraction) { return QString::number(fraction * 100, 'f', 2); };
        const DivergenceChain five = *analyseChain(view, {});
        QCOMPARE(points(five.whole.spread), QStringLiteral("3.84"));
        QCOMPARE(points(five.legs[0].spread), QStringLiteral("0.70"));
        QCOMPARE(points(five.legs[1].spread), QStringLiteral("2.74"));
        QCOMPARE(points(five.legs[2].spread), QStringLiteral("0.40"));
        const DivergenceChain half = *analyseChain(view, {{"IWM", "IJR", "RSP", "SPY"}, 126});
        QCOMPARE(points(half.whole.spread), QStringLiteral("5.37"));
        QCOMPARE(points(half.legs[0].spread), QStringLiteral("6.42"));
        QCOMPARE(points(half.legs[1].spread), QStringLiteral("6.09"));
        QCOMPARE(points(half.legs[2].spread), QStringLiteral("-7.14"));
        for (const ChainLeg& leg : five.legs)
            QVERIFY(!std::isnan(leg.z));
    }
};

ROTASCOPE_SUITE(RelativeTest)
#include "test_relative.moc"
