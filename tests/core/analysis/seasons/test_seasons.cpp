#include "core/analysis/seasons/calendar_returns.h"
#include "core/analysis/seasons/seasonal_paths.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A large leg that stands still and a small one that moves by `moves` at each year's first session.
PairSeries yearsOf(int firstYear, const std::vector<double>& moves) {
    PairSeries pair;
    double small = 100;
    for (std::size_t i = 0; i <= moves.size(); ++i)
        for (const unsigned month : {1U, 6U, 12U}) {
            small *= i > 0 && month == 1 ? 1 + moves[i - 1] : 1;
            pair.dates.push_back(*makeDate(firstYear + static_cast<int>(i), month, 15));
            pair.small.push_back(small);
            pair.large.push_back(50);
        }
    return pair;
}

PairSeries invented(std::size_t sessions) {
    PairSeries pair;
    pair.dates = weekdays(*makeDate(2015, 1, 1), sessions);
    pair.small = quotedWalk(sessions, 31);
    pair.large = quotedWalk(sessions, 32);
    return pair;
}

} // namespace

class SeasonsTest : public QObject {
    Q_OBJECT

private slots:
    void periodsAreMeasuredFromTheCloseBefore() {
        const PairSeries pair = invented(900);
        const std::vector<CalendarReturn> months = monthlyReturns(pair);
        QCOMPARE(months.front().year, 2015);
        QCOMPARE(months.front().month, 2U); // January has no close before it
        double product = 1;
        for (const CalendarReturn& month : months)
            product *= 1 + month.small;
        const auto january =
            std::find_if(pair.dates.begin(), pair.dates.end(), [](Date d) { return monthOf(d) == 2; });
        const double base = pair.small[static_cast<std::size_t>(january - pair.dates.begin()) - 1];
        QVERIFY(std::abs(product - pair.small.back() / base) < 1e-12);
        QVERIFY(!months.back().isComplete && months[months.size() - 2].isComplete);
        const std::vector<CalendarReturn> years = yearlyReturns(pair);
        QCOMPARE(years.front().year, 2016);
        QCOMPARE(isoText(years.front().range.first), std::string("2015-12-31"));
        QCOMPARE(isoText(years.front().range.last), std::string("2016-12-30"));
    }

    void streaksOfYears() {
        // Years 2001 to 2006; 2007 has begun, so all of them are over but 2007 itself.
        const PairSeries pair = yearsOf(2000, {0.1, 0.2, -0.1, -0.1, -0.1, 0.1, 0.5});
        const std::vector<YearStreak> streaks = yearStreaks(yearlyReturns(pair));
        QCOMPARE(streaks.size(), std::size_t{3});
        QVERIFY((streaks[1] == YearStreak{false, 2003, 2005}));
        QVERIFY((longestStreak(streaks, true) == YearStreak{true, 2001, 2002}));
        QCOMPARE(longestStreak(streaks, false)->years(), 3);
        QVERIFY(!longestStreak({}, true));
    }

    void dominanceHasAVerdictForEachReading() {
        const PairSeries pair = yearsOf(2000, {-0.1, 0.05, -0.2, -0.1, 0.3});
        const DominanceClaim claim = dominanceClaim(pair, 2001, 2004);
        QCOMPARE(claim.smallLedYears, std::vector<int>{2002});
        QVERIFY(!claim.holdsByYears() && claim.holdsBySpan());
        const std::vector<std::string> words = claim.verdicts("RUT", "SPX");
        QCOMPARE(words[0], std::string("By calendar years: contradicted, RUT led in 2002."));
        QVERIFY(words[1].starts_with(
            "By the whole span, end 2000 to end 2004: true, RUT −32.0 % against SPX 0.0 %"));
        QVERIFY(dominanceClaim(pair, 2003, 2004).holdsByYears());
        const DominanceClaim open = dominanceClaim(pair, 1998, 2001);
        QVERIFY(!open.holdsByYears() && !open.span);
        QVERIFY(open.verdicts("RUT", "SPX")[0].find("open") != std::string::npos);
        QVERIFY(!dominanceClaim(pair, 2005, 2005).span); // the year is not over
    }

    void yearEndRalliesAndWhatFollowed() {
        PairSeries pair;
        pair.dates = weekdays(*makeDate(2019, 11, 1), 400);
        for (const Date date : pair.dates) {
            const bool december = monthOf(date) == 12;
            const bool after = date >= *makeDate(2020, 1, 1);
            pair.small.push_back(!december && !after ? 100 : december && !after ? 110 : 104);
            pair.large.push_back(100);
        }
        const YearEndStudy study = yearEndStudy(pair);
        QCOMPARE(study.years.size(), std::size_t{2});
        QVERIFY(close(study.years[0].december, 0.1, 1e-12));
        QVERIFY(study.years[0].reversed() && !study.years[1].reversed());
        QCOMPARE(study.rallies, std::size_t{1});
        QCOMPARE(study.reversed, std::size_t{1});
        QCOMPARE(study.years[0].path.front(), 0.0);
        QCOMPARE(isoText(study.years[0].range.last), std::string("2020-03-31"));
        // In the middle of March the first quarter is still open.
        const auto end = std::upper_bound(pair.dates.begin(), pair.dates.end(), *makeDate(2020, 3, 16));
        const auto count = static_cast<std::size_t>(end - pair.dates.begin());
        pair.dates.resize(count);
        pair.small.resize(count);
        pair.large.resize(count);
        QVERIFY(!yearEndStudy(pair).years[0].firstQuarter);
        QCOMPARE(yearEndStudy(pair).rallies, std::size_t{0});
    }

    void theSameWindowOfOtherYears() {
        const PairSeries pair = invented(900);
        const std::vector<SameWindow> windows = sameWindows(pair, 5);
        QVERIFY(!windows.empty());
        for (const SameWindow& window : windows) {
            QCOMPARE(yearOf(window.range.last), window.year);
            QVERIFY(window.year < yearOf(pair.dates.back()));
            const auto last =
                std::find(pair.dates.begin(), pair.dates.end(), window.range.last) - pair.dates.begin();
            const auto index = static_cast<std::size_t>(last);
            QVERIFY(close(window.small, pair.small[index] / pair.small[index - 5] - 1, 1e-12));
            QVERIFY(pair.dates[index - 5] == window.range.first);
        }
    }

    void longReturnsAreAYear() {
        PairSeries pair = invented(800);
        for (std::size_t i = 0; i < 800; ++i)
            pair.small[i] = std::pow(1.1, static_cast<double>(i) / 252);
        const LongReturns returns = longReturns(pair, 756);
        QVERIFY(std::isnan(returns.small[755]));
        QVERIFY(close(returns.small[756], 0.1, 1e-10));
        QCOMPARE(returns.relative[790], returns.small[790] - returns.large[790]);
    }

    void theRatioFallsFromItsHighs() {
        PairSeries pair = yearsOf(2000, {0.5, -0.2, -0.1, 0.9, -0.3});
        const RatioDrawdowns falls = ratioDrawdowns(pair);
        QVERIFY(close(falls.deepest->depth, -0.3, 1e-12));
        QVERIFY(falls.current && falls.current->depth == falls.deepest->depth);
        QVERIFY(falls.longest->recovery.has_value());
        QCOMPARE(falls.depths.size(), pair.size());
    }

    void fourteenYearsOfLargeCaps() {
        const std::vector<InstrumentData> instruments = realPair();
        if (instruments.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; the years were not checked on real data.");
        const auto pair = alignPair(latestOf(instruments), "RUT", "SPX");
        const DominanceClaim claim = dominanceClaim(*pair, 2011, 2024);
        QCOMPARE(claim.yearsCounted.size(), std::size_t{14});
        QCOMPARE(claim.smallLedYears, (std::vector<int>{2012, 2013, 2016, 2020}));
        QVERIFY(!claim.holdsByYears() && claim.holdsBySpan());
        QCOMPARE(qRound(claim.span->small * 100), 185);
        QCOMPARE(qRound(claim.span->large * 100), 368);
        // From 20 October to 20 November 2025.
        const auto at = [&](Date date) {
            return static_cast<std::size_t>(std::find(pair->dates.begin(), pair->dates.end(), date) -
                                            pair->dates.begin());
        };
        const std::size_t from = at(*makeDate(2025, 10, 20)), to = at(*makeDate(2025, 11, 20));
        QCOMPARE(QString::number((pair->small[to] / pair->small[from] - 1) * 100, 'f', 2),
                 QStringLiteral("-7.79"));
        QCOMPARE(QString::number((pair->large[to] / pair->large[from] - 1) * 100, 'f', 2),
                 QStringLiteral("-2.92"));
        const YearEndStudy study = yearEndStudy(*pair);
        QVERIFY(study.years.size() >= 37 && study.reversed > 0 && study.reversed < study.rallies);
    }
};

ROTASCOPE_SUITE(SeasonsTest)
#include "test_seasons.moc"
