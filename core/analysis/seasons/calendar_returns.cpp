#include "core/analysis/seasons/calendar_returns.h"

#include "core/analysis/wording.h"
#include "core/indicators/returns.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

CalendarReturn between(const PairSeries& pair, std::size_t base, std::size_t last, bool byMonth) {
    const Date end = pair.dates[last];
    return {yearOf(end),
            byMonth ? monthOf(end) : 0,
            {pair.dates[base], end},
            simpleReturn(pair.small[base], pair.small[last]),
            simpleReturn(pair.large[base], pair.large[last]),
            last + 1 < pair.size()};
}

bool samePeriod(Date a, Date b, bool byMonth) {
    return yearOf(a) == yearOf(b) && (!byMonth || monthOf(a) == monthOf(b));
}

std::vector<CalendarReturn> periodsOf(const PairSeries& pair, bool byMonth) {
    std::vector<CalendarReturn> out;
    std::optional<std::size_t> base;
    for (std::size_t i = 0; i < pair.size(); ++i) {
        if (i + 1 < pair.size() && samePeriod(pair.dates[i], pair.dates[i + 1], byMonth))
            continue;
        if (base)
            out.push_back(between(pair, *base, i, byMonth));
        base = i;
    }
    return out;
}

/// The last session of a year; nullopt where the pair has none in it, or the year may not be over.
std::optional<std::size_t> yearEnd(const PairSeries& pair, int year) {
    const auto next = std::lower_bound(pair.dates.begin(), pair.dates.end(), *makeDate(year + 1, 1, 1));
    if (next == pair.dates.begin() || next == pair.dates.end())
        return std::nullopt;
    const auto at = static_cast<std::size_t>(next - pair.dates.begin()) - 1;
    return yearOf(pair.dates[at]) == year ? std::optional(at) : std::nullopt;
}

std::string yearList(const std::vector<int>& years) {
    std::vector<std::string> words;
    for (const int year : years)
        words.push_back(std::to_string(year));
    return listed(words);
}

} // namespace

std::vector<CalendarReturn> monthlyReturns(const PairSeries& pair) {
    return periodsOf(pair, true);
}

std::vector<CalendarReturn> yearlyReturns(const PairSeries& pair) {
    return periodsOf(pair, false);
}

std::vector<YearStreak> yearStreaks(const std::vector<CalendarReturn>& years) {
    std::vector<YearStreak> out;
    for (const CalendarReturn& year : years) {
        if (!year.isComplete)
            continue;
        const bool goesOn =
            !out.empty() && out.back().smallLed == year.smallLed() && out.back().lastYear + 1 == year.year;
        if (goesOn)
            out.back().lastYear = year.year;
        else
            out.push_back({year.smallLed(), year.year, year.year});
    }
    return out;
}

std::optional<YearStreak> longestStreak(const std::vector<YearStreak>& streaks, bool smallLed) {
    std::optional<YearStreak> longest;
    for (const YearStreak& streak : streaks)
        if (streak.smallLed == smallLed && (!longest || streak.years() >= longest->years()))
            longest = streak;
    return longest;
}

bool DominanceClaim::holdsByYears() const {
    return smallLedYears.empty() && static_cast<int>(yearsCounted.size()) == lastYear - firstYear + 1;
}

std::vector<std::string> DominanceClaim::verdicts(const Symbol& small, const Symbol& large) const {
    std::vector<std::string> out;
    const int years = lastYear - firstYear + 1;
    if (holdsByYears())
        out.push_back(fmt::format("By calendar years: true, {} led in each of {} years.", large, years));
    else if (smallLedYears.empty())
        out.push_back(
            fmt::format("By calendar years: open, {} of {} years are held.", yearsCounted.size(), years));
    else
        out.push_back(
            fmt::format("By calendar years: contradicted, {} led in {}.", small, yearList(smallLedYears)));
    if (!span)
        out.push_back(
            fmt::format("By the whole span: open, no year-ends of {} and {}.", firstYear - 1, lastYear));
    else
        out.push_back(fmt::format("By the whole span, end {} to end {}: {}, {} {} against {} {}.",
                                  firstYear - 1, lastYear, holdsBySpan() ? "true" : "contradicted", small,
                                  percentText(span->small), large, percentText(span->large)));
    return out;
}

DominanceClaim dominanceClaim(const PairSeries& pair, int firstYear, int lastYear) {
    DominanceClaim out;
    out.firstYear = firstYear;
    out.lastYear = lastYear;
    for (const CalendarReturn& year : yearlyReturns(pair)) {
        if (!year.isComplete || year.year < firstYear || year.year > lastYear)
            continue;
        out.yearsCounted.push_back(year.year);
        if (year.smallLed())
            out.smallLedYears.push_back(year.year);
    }
    const auto base = yearEnd(pair, firstYear - 1);
    const auto end = yearEnd(pair, lastYear);
    if (base && end)
        out.span = between(pair, *base, *end, false);
    return out;
}

} // namespace rotascope
