// Shares beyond strikes, payoffs at expiry, and what is refused for want of a number.
#include "core/analysis/pair_trade/option_odds.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace rotascope;
using namespace rotascope::test;

class OptionOddsTest : public QObject {
    Q_OBJECT

private slots:
    void countsEndsBeyondAStrike() {
        PairSeries pair;
        pair.dates = weekdays(*makeDate(2024, 1, 1), 6);
        pair.small = {100, 108, 100, 120, 90, 100};
        pair.large = pair.small;
        const std::vector<std::size_t> entries{0, 2};
        const StrikeOdds up = strikeOdds(pair, 1.08, true, 1, entries);
        QCOMPARE(up.anySession.n, std::size_t{5});
        QCOMPARE(up.anySession.share, 3.0 / 5); // +8, +20 and +11 %
        QCOMPARE(up.afterRule.share, 1.0);
        const StrikeOdds down = strikeOdds(pair, 0.92, false, 2, {});
        QCOMPARE(down.anySession.n, std::size_t{4});
        QCOMPARE(down.anySession.share, 2.0 / 4); // 120 → 100 and 100 → 90
        QCOMPARE(down.afterRule.n, std::size_t{0});
        QVERIFY(std::isnan(down.afterRule.share));
    }

    void matchesTodaysVolatility() {
        const auto market = marketOf(inventedPair(800));
        const auto pair = alignPair(MarketView::latest(market), "RUT", "SPX");
        const StrikeOdds odds = strikeOdds(*pair, 1.02, true, 21, {});
        QVERIFY(odds.sameVolatility.n > 50 && odds.sameVolatility.n < odds.anySession.n / 3);
        QVERIFY(odds.anySession.interval.low < odds.anySession.share &&
                odds.anySession.share < odds.anySession.interval.high);
    }

    void aPriceIsCountedOnItsOwnSessionsAndAStrikeOnce() {
        const std::vector<Date> dates = weekdays(*makeDate(2024, 1, 1), 6);
        const std::vector<double> closes{100, 108, 100, 120, 90, 100};
        const SeriesView price{dates, closes};
        const auto odds = strikesOf(price, std::array{1.08, 1.08, 0.92}, std::array<std::size_t, 2>{1, 1},
                                    std::array{dates[1]});
        QCOMPARE(odds.size(), std::size_t{2});
        QVERIFY(odds[0].above && !odds[1].above);
        QCOMPARE(odds[0].anySession.n, std::size_t{5});
        QCOMPARE(odds[0].anySession.share, 3.0 / 5);
        QCOMPARE(odds[0].afterRule.n, std::size_t{1}); // entered on the third session: 100 → 120
        QCOMPARE(odds[0].afterRule.share, 1.0);
    }

    void endingsAreSharesOfAllWindows() {
        PairSeries price;
        price.small = {100, 108, 100, 120, 90, 100}; // +8, −7.4, +20, −25, +11.1 %
        price.large = price.small;
        price.dates = weekdays(*makeDate(2024, 1, 1), 6);
        const auto shares = endingShares(price, 1, -10, 12);
        QCOMPARE(shares.size(), std::size_t{23});
        QCOMPARE(shares[18], 0.2); // +8
        QCOMPARE(shares[3], 0.2);  // −7
        QCOMPARE(shares[21], 0.2); // +11
        QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0.0), 0.2 + 0.2 + 0.2);
        QVERIFY(std::isnan(endingShares(price, 6, 0, 1)[0]));
    }

    void worthIsThePayoffBeforeItsPremium() {
        for (const OptionKind kind : {OptionKind::CallSpread, OptionKind::ShortStrangle}) {
            const OptionStructure unpaid{kind, 0.92, 1.12, std::nullopt};
            const OptionStructure paid{kind, 0.92, 1.12, 0.02};
            const double sign = kind == OptionKind::CallSpread ? -1 : 1;
            for (const double end : {0.5, 0.9, 0.95, 1.0, 1.1, 1.2, 2.0})
                QVERIFY(std::abs(*payoffAtExpiry(paid, end) - *worthAtExpiry(unpaid, end) - sign * 0.02) <
                        1e-12);
            QVERIFY(!payoffAtExpiry(unpaid, 1));
        }
        QVERIFY(!worthAtExpiry({OptionKind::CalendarSpread, 1, 1, std::nullopt}, 1));
    }

    void paysAtExpiry() {
        const OptionStructure spread{OptionKind::CallSpread, 1.08, 1.12, 0.01};
        QVERIFY(std::abs(*payoffAtExpiry(spread, 1.0) + 0.01) < 1e-12);
        QVERIFY(std::abs(*payoffAtExpiry(spread, 1.5) - 0.03) < 1e-12);
        QVERIFY(std::abs(breakevens(spread)->front() - 1.09) < 1e-12);
        QVERIFY(std::abs(*payoffAtExpiry(spread, breakevens(spread)->front())) < 1e-12);
        const OptionStructure strangle{OptionKind::ShortStrangle, 0.92, 1.08, 0.02};
        const auto points = breakevens(strangle);
        for (const double point : *points)
            QVERIFY(std::abs(*payoffAtExpiry(strangle, point)) < 1e-12);
        QVERIFY(std::abs(*payoffAtExpiry(strangle, 0.8) + 0.1) < 1e-12);
    }

    void inventsNoPriceAndNoShock() {
        OptionStructure strangle{OptionKind::ShortStrangle, 0.92, 1.08, std::nullopt};
        QCOMPARE(payoffAtExpiry(strangle, 1).error().code, std::string("bad_structure"));
        strangle.premium = 0.02;
        QCOMPARE(unitsForBudget(strangle, 250, 10'000, std::nullopt).error().code, std::string("no_shock"));
        QCOMPARE(unitsForBudget(strangle, 250, 10'000, 0.05).error().code, std::string("no_shock"));
        const auto units = unitsForBudget(strangle, 250, 10'000, 0.15);
        QVERIFY(std::abs(*units - 10'000 / (250 * 0.05)) < 1e-6);
        QCOMPARE(payoffAtExpiry({OptionKind::CalendarSpread, 1, 1, 0.01}, 1).error().code,
                 std::string("no_payoff"));
        QCOMPARE(breakevens({OptionKind::CallSpread, 1.12, 1.08, 0.01}).error().code,
                 std::string("bad_structure"));
    }
};

ROTASCOPE_SUITE(OptionOddsTest)
#include "test_option_odds.moc"
