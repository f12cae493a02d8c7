// One trade of the pair: accountings, parts, stops with their reference.
#include "core/analysis/pair_trade/pair_trade.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

PairSeries pairOf(std::vector<double> small, std::vector<double> large) {
    PairSeries pair;
    pair.dates = weekdays(*makeDate(2024, 1, 1), small.size());
    pair.small = std::move(small);
    pair.large = std::move(large);
    return pair;
}

PairTradeParams from(const PairSeries& pair, std::size_t entry, std::vector<std::string> stops = {}) {
    PairTradeParams params;
    params.entry = pair.dates[entry];
    for (const std::string& text : stops)
        params.stops.push_back(*parseStopRule(text));
    return params;
}

bool close(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

} // namespace

class PairTradeTest : public QObject {
    Q_OBJECT

private slots:
    void threeAccountings() {
        const PairSeries pair = pairOf({100, 110, 99}, {200, 210, 189});
        const auto trade = measurePairTrade(pair, from(pair, 0));
        QVERIFY(trade.has_value());
        QVERIFY(close(trade->path.neverRebalanced.back(), -0.01 - (189.0 / 200 - 1)));
        QVERIFY(close(trade->path.daily.back(), (1 + 0.1 - 0.05) * (1 + -0.1 - (189.0 / 210 - 1)) - 1));
        QVERIFY(std::isnan(trade->path.betaNeutral.back())); // no β from two returns
        QVERIFY(close(trade->drawdown, trade->path.neverRebalanced[2] - trade->path.neverRebalanced[1]));
        QCOMPARE(trade->best.sessions, std::size_t{1});
    }

    void partsAreEnteredOneAfterTheOther() {
        const PairSeries pair = pairOf({100, 110, 121, 133.1}, {100, 100, 100, 100});
        PairTradeParams params = from(pair, 0);
        params.parts = 2;
        const auto trade = measurePairTrade(pair, params);
        QVERIFY(close(trade->path.neverRebalanced[1], 0.1 / 2));
        QVERIFY(close(trade->path.neverRebalanced[3], (0.331 + 0.21) / 2));
        QVERIFY(close(trade->path.daily[3], (0.331 + 0.21) / 2));
        QVERIFY(close(trade->lump, 0.331));
        params.parts = 6;
        QCOMPARE(measurePairTrade(pair, params).error().code, std::string("bad_parts"));
    }

    void betaIsKnownAtTheEntry() {
        std::vector<double> small{100}, large{100};
        InventedShocks shocks(3);
        for (int i = 0; i < 300; ++i) {
            const double move = 0.01 * shocks.next();
            large.push_back(large.back() * (1 + move));
            small.push_back(small.back() * (1 + 1.5 * move));
        }
        const PairSeries pair = pairOf(small, large);
        const auto trade = measurePairTrade(pair, from(pair, 260));
        QVERIFY(std::abs(trade->beta - 1.5) < 1e-9);
        const double expected = small[300] / small[260] - 1 - trade->beta * (large[300] / large[260] - 1);
        QVERIFY(close(trade->path.betaNeutral.back(), expected));
    }

    void stopsGiveDifferentAnswersByTheirReference() {
        const PairSeries pair =
            pairOf({100, 104, 103, 102, 101.5, 101, 99, 97}, {100, 100, 100, 100, 100, 100, 100, 100});
        const auto trade =
            measurePairTrade(pair, from(pair, 0, {"rolling 5 3%", "entry 3%", "trailing 3%", "entry 4%"}));
        QCOMPARE(trade->stops[0].hit->sessions, std::size_t{6}); // 99 against 104
        QCOMPARE(trade->stops[1].hit->sessions, std::size_t{7});
        QCOMPARE(trade->stops[2].hit->sessions, std::size_t{5});
        QVERIFY(!trade->stops[3].hit);
        QVERIFY(close(trade->stops[3].now, -0.03));
    }

    void aStopNamesItsReference_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("no reference") << "3%"
                                      << "from where";
        QTest::newRow("zero") << "entry 0%"
                              << "above zero";
        QTest::newRow("below zero") << "entry -3%"
                                    << "above zero";
        QTest::newRow("no unit") << "entry 3"
                                 << "% or pp";
        QTest::newRow("no sessions") << "rolling 3%"
                                     << "not understood";
        QTest::newRow("part of a session") << "rolling 2.5 3%"
                                           << "1 to 252";
        QTest::newRow("nothing") << ""
                                 << "not understood";
        QTest::newRow("words") << "soon 3%"
                               << "not understood";
    }
    void aStopNamesItsReference() {
        QFETCH(const QString, text);
        QFETCH(const QString, says);
        const auto stop = parseStopRule(text.toStdString());
        QVERIFY(!stop);
        QVERIFY2(stop.error().message.find(says.toStdString()) != std::string::npos,
                 stop.error().message.c_str());
    }

    void stopsReadBack() {
        for (const char* text : {"rolling 5 3%", "entry 2.5%", "trailing 12%"})
            QCOMPARE(textOf(*parseStopRule(text)), std::string(text));
        QCOMPARE(textOf(*parseStopRule("Rolling:10:3pp")), std::string("rolling 10 3%"));
    }

    void refusesAnEntryWithoutData() {
        const PairSeries pair = pairOf({100, 110, 121, 133, 140, 150}, {100, 100, 100, 100, 100, 100});
        PairTradeParams params;
        params.entry = *makeDate(2024, 1, 6);
        const auto saturday = measurePairTrade(pair, params);
        QCOMPARE(saturday.error().code, std::string("no_session"));
        QVERIFY(saturday.error().message.find("2024-01-05") != std::string::npos);
        params.entry = *makeDate(2023, 1, 6);
        QCOMPARE(measurePairTrade(pair, params).error().code, std::string("before_data"));
        params.entry.reset();
        QCOMPARE(measurePairTrade(pair, params).error().code, std::string("too_short"));
    }

    void nothingLaterMovesTheHistoryOfATrade() {
        const auto market = marketOf(inventedPair(900));
        const auto whole = alignPair(MarketView::latest(market), "RUT", "SPX");
        const auto part = alignPair(MarketView::asOf(market, whole->dates[800]), "RUT", "SPX");
        const auto params = from(*whole, 700, {"rolling 5 3%", "trailing 3%"});
        const auto all = measurePairTrade(*whole, params);
        const auto then = measurePairTrade(*part, params);
        QVERIFY(std::equal(then->path.neverRebalanced.begin(), then->path.neverRebalanced.end(),
                           all->path.neverRebalanced.begin()));
        QVERIFY(std::equal(then->path.betaNeutral.begin(), then->path.betaNeutral.end(),
                           all->path.betaNeutral.begin()));
        for (std::size_t i = 0; i < 2; ++i)
            if (then->stops[i].hit)
                QCOMPARE(isoText(then->stops[i].hit->date), isoText(all->stops[i].hit->date));
    }

    void theRealPairsStops() {
        const auto instruments = realPair();
        if (instruments.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; the pair's stops were not checked.");
        const auto pair =
            alignPair(MarketView::asOf(marketOf(instruments), *makeDate(2026, 8, 21)), "RUT", "SPX");
        PairTradeParams params;
        params.entry = *makeDate(2025, 11, 28);
        for (const char* text : {"rolling 5 3%", "trailing 3%", "entry 3%"})
            params.stops.push_back(*parseStopRule(text));
        const auto trade = measurePairTrade(*pair, params);
        QVERIFY(trade.has_value());
        QCOMPARE(isoText(trade->stops[0].hit->date), std::string("2026-01-28"));
        QCOMPARE(isoText(trade->stops[1].hit->date), std::string("2025-12-30"));
        QVERIFY(!trade->stops[2].hit);
    }
};

ROTASCOPE_SUITE(PairTradeTest)
#include "test_pair_trade.moc"
