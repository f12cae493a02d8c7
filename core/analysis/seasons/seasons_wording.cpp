#include "core/analysis/seasons/seasons_wording.h"

#include "core/analysis/event_inference.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/indicators/expanding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kDaysPerYear = 365.25;

std::string wholePercent(double share) {
    return groupedNumber(share * 100, 0) + " %";
}

double shareOf(std::size_t hits, std::size_t n) {
    return static_cast<double>(hits) / static_cast<double>(n);
}

/// "12 of those 22"
std::string intervalText(std::size_t hits, std::size_t n) {
    const Interval interval = wilson(hits, n);
    return fmt::format("{}, 95 % interval {} to {}", wholePercent(shareOf(hits, n)),
                       groupedNumber(interval.low * 100, 0), wholePercent(interval.high));
}

std::string leadVerb(double spread) {
    return spread > 0 ? "ahead of" : "behind";
}

/// Small ahead in how many of them, and by how much on average.
struct Tally {
    std::size_t n = 0;
    std::size_t ahead = 0;
    double sum = 0;

    void add(double spread) {
        if (std::isnan(spread))
            return;
        ++n;
        ahead += spread > 0 ? 1 : 0;
        sum += spread;
    }
    double mean() const { return sum / static_cast<double>(n); }
};

std::string tallyText(const Tally& tally, const Symbol& small) {
    return fmt::format("{} led in {} of {} ({}), mean {}", small, tally.ahead, tally.n,
                       wholePercent(shareOf(tally.ahead, tally.n)), pointsText(tally.mean()));
}

struct YearEndCounts {
    std::size_t led = 0;
    std::size_t others = 0; ///< not ahead in December, first quarter complete
    std::size_t othersBehind = 0;
};

YearEndCounts countsOf(const YearEndStudy& study) {
    YearEndCounts out;
    for (const YearEndPath& path : study.years) {
        out.led += path.december > 0 ? 1 : 0;
        const bool other = path.december <= 0 && path.firstQuarter;
        out.others += other ? 1 : 0;
        out.othersBehind += other && *path.firstQuarter < 0 ? 1 : 0;
    }
    return out;
}

std::string yearsOf(const YearStreak& streak) {
    return streak.years() == 1 ? fmt::format("one year ({})", streak.firstYear)
                               : fmt::format("{} years ({}–{})", numberWord(streak.years()), streak.firstYear,
                                             streak.lastYear);
}

/// "RUT is 3.1 points behind SPX in 2025 to 18 Dec"
std::string runningYear(const Seasons& s) {
    const CalendarReturn& year = s.years.back();
    const std::string when = fmt::format("{} to {}", year.year, dayMonth(s.asOf));
    if (pointsInWords(year.spread()) == pointsInWords(0))
        return fmt::format("{} and {} are level in {}", s.params.small, s.params.large, when);
    return fmt::format("{} is {} {} {} in {}", s.params.small, pointsInWords(year.spread()),
                       leadVerb(year.spread()), s.params.large, when);
}

std::string reversalSentence(const Seasons& s) {
    const YearEndStudy& study = s.yearEnds;
    const YearEndCounts counts = countsOf(study);
    if (study.rallies == 0)
        return "None of them has its first quarter behind it.";
    std::string text = fmt::format("By the end of March {} of {} had reversed ({}).", study.reversed,
                                   study.rallies, intervalText(study.reversed, study.rallies));
    if (counts.others > 0) {
        text.pop_back();
        text += fmt::format("; after the other year-ends {} was behind in {} of {} ({}).", s.params.small,
                            counts.othersBehind, counts.others,
                            wholePercent(shareOf(counts.othersBehind, counts.others)));
    }
    return text;
}

std::string spanSentence(const Seasons& s, std::size_t at) {
    const LongReturns& r = s.longReturns[at];
    const auto known = static_cast<std::size_t>(
        std::count_if(r.relative.begin(), r.relative.end(), [](double x) { return !std::isnan(x); }));
    if (r.relative.empty() || std::isnan(r.relative.back()))
        return fmt::format("{} years need {} common sessions; there are {}.", kLongSpans[at].years,
                           groupedCount(static_cast<long long>(kLongSpans[at].sessions + 1)),
                           groupedCount(static_cast<long long>(s.pair.size())));
    return fmt::format("Over {} years {} {} a year against {} {}: {} ({} of {} overlapping spans).",
                       numberWord(kLongSpans[at].years), s.params.small, percentText(r.small.back()),
                       s.params.large, percentText(r.large.back()), pointsText(r.relative.back()),
                       placeInHistory(shareAtOrBelow(r.relative, r.relative.back()), known),
                       groupedCount(static_cast<long long>(known)));
}

std::string deepestText(const Seasons& s) {
    const auto& deepest = s.drawdowns.deepest;
    if (!deepest || deepest == s.drawdowns.current)
        return deepest ? fmt::format("its deepest, {}, was on {}", percentText(deepest->depth),
                                     dayMonthYear(s.pair.dates[deepest->trough]))
                       : std::string();
    return fmt::format("the deepest fall was {} on {}", percentText(deepest->depth),
                       dayMonthYear(s.pair.dates[deepest->trough]));
}

} // namespace

std::vector<std::string> yearEndInWords(const Seasons& s) {
    const std::size_t n = s.yearEnds.years.size();
    if (n == 0)
        return {};
    return {fmt::format("{} led {} in December in {} of {} year-ends.", s.params.small, s.params.large,
                        countsOf(s.yearEnds).led, n),
            reversalSentence(s)};
}

std::vector<std::string> streaksInWords(const Seasons& s) {
    if (s.streaks.empty())
        return {};
    Tally years;
    for (const CalendarReturn& year : s.years)
        if (year.isComplete)
            years.add(year.spread());
    std::vector<std::string> out{fmt::format("{} led {} in {} of {} complete years.", s.params.small,
                                             s.params.large, years.ahead, years.n)};
    std::vector<std::string> longest;
    for (const bool small : {true, false})
        if (const auto streak = longestStreak(s.streaks, small))
            longest.push_back(
                fmt::format("{} {}", small ? s.params.small : s.params.large, yearsOf(*streak)));
    out.push_back(fmt::format("Longest streaks: {}.", listed(longest)));
    const YearStreak& last = s.streaks.back();
    out.push_back(fmt::format("The last complete years: {} for {}.",
                              last.smallLed ? s.params.small : s.params.large, yearsOf(last)));
    return out;
}

std::string monthInWords(const Seasons& s) {
    if (s.months.empty())
        return {};
    const CalendarReturn& now = s.months.back();
    Tally before;
    for (const CalendarReturn& month : s.months)
        if (month.month == now.month && month.year < now.year)
            before.add(month.spread());
    std::string text =
        fmt::format("{} {} so far: {}", monthName(now.month), now.year, pointsText(now.spread()));
    if (before.n > 0)
        text += fmt::format(". In the same month of earlier years {}", tallyText(before, s.params.small));
    return text + ".";
}

std::string windowInWords(const Seasons& s) {
    if (!s.window)
        return {};
    Tally before;
    for (const SameWindow& window : s.earlier)
        before.add(window.spread());
    std::string text = fmt::format("The {} to {}: {}", sessionsInWords(static_cast<int>(s.params.window)),
                                   dayMonth(s.asOf), pointsText(s.window->spread()));
    if (before.n > 0)
        text += fmt::format(". In the same weeks of earlier years {}", tallyText(before, s.params.small));
    return text + ".";
}

std::string drawdownInWords(const Seasons& s) {
    if (!s.drawdowns.current) {
        const std::string deepest = deepestText(s);
        return fmt::format("{} / {} stands at its highest{}.", s.params.small, s.params.large,
                           deepest.empty() ? "" : "; " + deepest);
    }
    const std::size_t peak = s.drawdowns.current->peak;
    const std::size_t sessions = s.pair.size() - 1 - peak;
    const double years = static_cast<double>((s.asOf - s.pair.dates[peak]).count()) / kDaysPerYear;
    return fmt::format("{} / {} has been below its high of {} for {} years ({} sessions) and stands at {}; "
                       "{}.",
                       s.params.small, s.params.large, dayMonthYear(s.pair.dates[peak]),
                       groupedNumber(years, 1), groupedCount(static_cast<long long>(sessions)),
                       percentText(s.drawdowns.depths.back()), deepestText(s));
}

std::vector<std::string> longReturnsInWords(const Seasons& s) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kLongSpans.size(); ++i)
        out.push_back(spanSentence(s, i));
    return out;
}

Headline seasonsHeadline(const Seasons& s) {
    Headline headline;
    if (!s.years.empty() && !std::isnan(s.years.back().spread()))
        addSentence(headline, Emphasis::Strong, runningYear(s) + ".");
    const std::vector<std::string> streaks = streaksInWords(s);
    if (!streaks.empty())
        addSentence(headline, Emphasis::Normal, streaks.front());
    for (const std::string& sentence : yearEndInWords(s))
        addSentence(headline, Emphasis::Muted, sentence);
    return headline;
}

std::vector<std::string> seasonsInWords(const Seasons& s) {
    std::vector<std::string> out;
    const auto add = [&out](std::string sentence) {
        if (!sentence.empty())
            out.push_back(std::move(sentence));
    };
    if (!s.years.empty() && !std::isnan(s.years.back().spread()))
        add(runningYear(s) + ".");
    for (std::string& sentence : streaksInWords(s))
        add(std::move(sentence));
    for (std::string& sentence : yearEndInWords(s))
        add(std::move(sentence));
    add(monthInWords(s));
    add(windowInWords(s));
    add(drawdownInWords(s));
    for (std::string& sentence : longReturnsInWords(s))
        add(std::move(sentence));
    return out;
}

} // namespace rotascope
