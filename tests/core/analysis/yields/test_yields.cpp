#include "core/analysis/yields/credit.h"
#include "core/analysis/yields/yield_link.h"
#include "core/analysis/yields/yield_weeks.h"
#include "tests/core/analysis/yields/yield_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::map<Date, double> realYield(const std::string& symbol) {
    std::ifstream file(std::string(ROTASCOPE_SHARED) +
                       "/data/real/chatterjee-aryan+macro_regime_modeling/data/" + symbol + ".csv");
    std::map<Date, double> out;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> cells = cellsOf(line);
        const auto date = parseIsoDate(cells.front());
        const auto value = cells.size() > 1 ? parseNumber(cells[1]) : std::nullopt;
        if (date && value)
            out.emplace(*date, *value);
    }
    return out;
}

} // namespace

class YieldsTest : public QObject {
    Q_OBJECT

private slots:
    void anUnchangedWeekEndsAStreak() {
        const MarketView view =
            latestOf({valuesOf("DGS10", fridays(7), {4.0, 4.1, 4.2, 4.2, 4.1, 4.05, 4.06})});
        const YieldTable table = *analyseYields(view);
        const std::vector<YieldWeek>& weeks = table.rows[0].weeks;
        QVERIFY(std::isnan(weeks[0].changeBp));
        QCOMPARE(weeks[1].changeBp, 10.0);
        std::vector<int> streaks;
        for (const YieldWeek& week : weeks)
            streaks.push_back(week.streak);
        QCOMPARE(streaks, (std::vector<int>{0, 1, 2, 0, -1, -2, 1}));
        QCOMPARE(table.rows[0].source, std::string("DGS10"));
        QVERIFY(!table.rows[3].missing.empty() && table.rows[3].weeks.empty());
        QVERIFY(!analyseYields(latestOf({closesOf("IWM", {1, 2})})));
    }

    void aWeekWithoutAnObservationHasNoChangeAfterIt() {
        std::vector<Date> dates = fridays(4);
        dates.erase(dates.begin() + 2);
        const YieldTable table = *analyseYields(latestOf({valuesOf("DGS10", dates, {4.0, 4.1, 4.3})}));
        QVERIFY(std::isnan(table.rows[0].weeks[2].changeBp));
        QCOMPARE(table.rows[0].weeks[2].streak, 0);
        QVERIFY(table.rows[0].week(*makeDate(2024, 1, 19)) == nullptr);
        QCOMPARE(table.rows[0].week(*makeDate(2024, 1, 12))->value, 4.1);
    }

    void theSlopeIsOfTheDaysThatBothHave() {
        std::vector<Date> dates = fridays(3);
        std::vector<Date> two = dates;
        two[1] -= std::chrono::days{1}; // a Thursday that the 10-year lacks
        const YieldTable table = *analyseYields(
            latestOf({valuesOf("DGS10", dates, {4.0, 4.1, 4.3}), valuesOf("DGS2", two, {3.9, 3.8, 3.7})}));
        QCOMPARE(table.rows[2].source, std::string("DGS10 − DGS2"));
        QCOMPARE(table.rows[2].weeks.size(), std::size_t{2});
        QVERIFY(close(table.rows[2].weeks.back().value, 0.6, 1e-12));
        QVERIFY(table.rows[1].weeks[1].observed == two[1] && table.rows[1].weeks[1].end == dates[1]);
    }

    void ageIsCountedByTheBondMarket() {
        // 8 Nov 2024 is a Friday; the bond market was closed on Monday 11 November, Veterans Day.
        QCOMPARE(bondSessionsAfter(*makeDate(2024, 11, 8), *makeDate(2024, 11, 12)), std::size_t{1});
        const auto market = marketOf({valuesOf("DGS10", {*makeDate(2024, 11, 8)}, {4.3})});
        const YieldTable table = *analyseYields(MarketView::asOf(market, *makeDate(2024, 11, 13)));
        QCOMPARE(table.rows[0].sessionsOld, std::size_t{2});
    }

    void theSlopeIsFound() {
        PairSeries pair;
        pair.dates = weekdays(*makeDate(2020, 1, 1), 400);
        std::vector<double> yield{4.0};
        pair.small = {100};
        pair.large = {100};
        InventedShocks shocks(4);
        for (std::size_t i = 1; i < 400; ++i) {
            const double change = std::round(shocks.next() * 20) / 100;
            yield.push_back(yield.back() + change);
            pair.small.push_back(pair.small.back() * (1 + 0.0004 * change * 100 + 0.001 * shocks.next()));
            pair.large.push_back(100);
        }
        const YieldSensitivity link = yieldSensitivity(pair, {pair.dates, yield});
        QVERIFY(std::isnan(link.slope[251]) && !std::isnan(link.slope[252]));
        QVERIFY(link.low.back() < 0.0004 && 0.0004 < link.high.back());
        QVERIFY(link.high.back() - link.low.back() < 0.0002);
        // Ordinary least squares by its own formula.
        const auto n = std::size_t{252};
        std::vector<double> x, y;
        for (std::size_t i = 400 - n; i < 400; ++i) {
            x.push_back((yield[i] - yield[i - 1]) * 100);
            y.push_back(pair.small[i] / pair.small[i - 1] - 1);
        }
        const long double slope = naiveCross(x, y) / naiveCross(x, x);
        const long double residual = naiveCross(y, y) - slope * slope * naiveCross(x, x);
        const long double error = std::sqrt(residual / (n - 2) / naiveCross(x, x));
        QVERIFY(close(link.slope.back(), static_cast<double>(slope), 1e-8));
        QVERIFY(
            close(link.high.back() - link.slope.back(), static_cast<double>(1.96949840694L * error), 1e-6));
    }

    void everyWeekIsInOneBucket() {
        PairSeries pair;
        pair.dates = fridays(6);
        pair.small = {100, 102, 101, 101, 103, 103};
        pair.large = {100, 101, 101, 102, 102, 104};
        const std::vector<double> yield{4.0, 4.15, 4.20, 4.05, 4.0, 3.7};
        const auto buckets = yieldBuckets(pair, {pair.dates, yield});
        std::vector<std::size_t> counts;
        for (const YieldBucket& bucket : buckets)
            counts.push_back(bucket.n);
        QCOMPARE(counts, (std::vector<std::size_t>{1, 1, 1, 1, 1})); // −30, −15, −5, +5, +15
        QVERIFY(close(buckets[4].spread, 0.01, 1e-12));
        QCOMPARE(buckets[4].ahead, 1.0);
        QCOMPARE(buckets[0].ahead, 0.0);
        QVERIFY(std::isinf(buckets[0].fromBp) && buckets[0].toBp == -15);
        QVERIFY(std::isnan(yieldBuckets({}, {})[2].spread));
    }

    void creditSpreadsByTheirOwnCalendar() {
        std::vector<double> values(30, 3.0);
        values.back() = 3.25;
        const auto market = marketOf({valuesOf("BAMLH0A0HYM2", weekdays(*makeDate(2024, 1, 1), 30), values),
                                      valuesOf("DGS10", fridays(2), {4, 4.1})});
        const std::vector<CreditRow> rows = creditSpreads(MarketView::latest(market));
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].moves[0], 25.0);
        QCOMPARE(rows[0].moves[1], 25.0);
        QVERIFY(std::isnan(rows[0].moves[2]));
        QCOMPARE(rows[0].percentile, 1.0);
        QCOMPARE(rows[0].sessionsOld, std::size_t{0});
        QCOMPARE(creditSpreads(MarketView::latest(market), *makeDate(2024, 2, 12))[0].sessionsOld,
                 std::size_t{1});
        QVERIFY(creditSpreads(MarketView::asOf(market, *makeDate(2023, 1, 1))).empty());
    }

    void laterValuesChangeNoWeek() {
        const std::vector<Date> dates = weekdays(*makeDate(2024, 1, 1), 200);
        const auto market = marketOf({valuesOf("DGS10", dates, quotedWalk(200, 6, 4))});
        const YieldTable whole = *analyseYields(MarketView::latest(market));
        for (std::size_t i = 0; i < dates.size(); i += 7) {
            const YieldTable seen = *analyseYields(MarketView::asOf(market, dates[i]));
            const std::vector<YieldWeek>& weeks = seen.rows[0].weeks;
            for (std::size_t k = 0; k + 1 < weeks.size(); ++k) { // the last one may be running
                QVERIFY(same(weeks[k].changeBp, whole.rows[0].weeks[k].changeBp));
                QCOMPARE(weeks[k].streak, whole.rows[0].weeks[k].streak);
            }
        }
    }

    void theElectionWeekByFred() {
        const std::map<Date, double> real = realYield("DGS10");
        if (real.empty())
            QSKIP("ROTASCOPE_SHARED holds no real yields; the weeks were not checked on real data.");
        std::vector<Date> dates;
        std::vector<double> values;
        for (const auto& [date, value] : real) {
            dates.push_back(date);
            values.push_back(value);
        }
        const YieldTable table = *analyseYields(latestOf({valuesOf("DGS10", dates, values)}));
        const YieldWeek* week = table.rows[0].week(*makeDate(2024, 11, 8));
        QVERIFY(week != nullptr);
        QCOMPARE(week->value, 4.30);
        QCOMPARE(table.rows[0].week(*makeDate(2024, 11, 1))->value, 4.37);
        QCOMPARE(week->changeBp, -7.0);
    }
};

ROTASCOPE_SUITE(YieldsTest)
#include "test_yields.moc"
