#include "core/analysis/seasons/seasonal_paths.h"

#include "core/indicators/realised_volatility.h"
#include "core/indicators/returns.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::chrono::days kNear{10};

std::optional<std::size_t> lastOnOrBefore(const PairSeries& pair, Date date) {
    const auto after = std::upper_bound(pair.dates.begin(), pair.dates.end(), date);
    if (after == pair.dates.begin())
        return std::nullopt;
    return static_cast<std::size_t>(after - pair.dates.begin()) - 1;
}

/// The last session of a month, once the month is over.
std::optional<std::size_t> monthEnd(const PairSeries& pair, int year, unsigned month) {
    const Date next = addMonths(*makeDate(year, month, 1), 1);
    const auto at = lastOnOrBefore(pair, next - std::chrono::days{1});
    const bool inside = at && monthOf(pair.dates[*at]) == month && yearOf(pair.dates[*at]) == year;
    return inside && pair.dates.back() >= next ? at : std::nullopt;
}

double spreadBetween(const PairSeries& pair, std::size_t from, std::size_t to) {
    return simpleReturn(pair.small[from], pair.small[to]) - simpleReturn(pair.large[from], pair.large[to]);
}

std::optional<YearEndPath> pathOf(const PairSeries& pair, int year) {
    const auto november = monthEnd(pair, year, 11);
    const auto december = monthEnd(pair, year, 12);
    if (!november || !december)
        return std::nullopt;
    const auto march = monthEnd(pair, year + 1, 3);
    const std::size_t last = march ? *march : *lastOnOrBefore(pair, *makeDate(year + 1, 3, 31));
    YearEndPath out;
    out.year = year;
    out.range = {pair.dates[*november], pair.dates[last]};
    out.december = spreadBetween(pair, *november, *december);
    if (march)
        out.firstQuarter = spreadBetween(pair, *december, *march);
    for (std::size_t i = *november; i <= last; ++i)
        out.path.push_back(spreadBetween(pair, *november, i));
    return out;
}

double perYear(double total, std::size_t sessions) {
    return std::pow(1 + total, kSessionsPerYear / static_cast<double>(sessions)) - 1;
}

} // namespace

YearEndStudy yearEndStudy(const PairSeries& pair) {
    YearEndStudy study;
    if (pair.dates.empty())
        return study;
    for (int year = yearOf(pair.dates.front()); year <= yearOf(pair.dates.back()); ++year) {
        auto path = pathOf(pair, year);
        if (!path)
            continue;
        study.rallies += path->december > 0 && path->firstQuarter ? 1 : 0;
        study.reversed += path->reversed() ? 1 : 0;
        study.years.push_back(std::move(*path));
    }
    return study;
}

std::vector<SameWindow> sameWindows(const PairSeries& pair, std::size_t sessions) {
    std::vector<SameWindow> out;
    if (pair.dates.empty())
        return out;
    const Date today = pair.dates.back();
    for (int year = yearOf(pair.dates.front()); year < yearOf(today); ++year) {
        const Date day = addMonths(today, (year - yearOf(today)) * 12);
        const auto last = lastOnOrBefore(pair, day);
        if (!last || *last < sessions || day - pair.dates[*last] > kNear)
            continue;
        const std::size_t base = *last - sessions;
        out.push_back({year,
                       {pair.dates[base], pair.dates[*last]},
                       simpleReturn(pair.small[base], pair.small[*last]),
                       simpleReturn(pair.large[base], pair.large[*last])});
    }
    return out;
}

LongReturns longReturns(const PairSeries& pair, std::size_t sessions) {
    LongReturns out{simpleReturns(pair.small, sessions), simpleReturns(pair.large, sessions), {}};
    for (std::size_t i = 0; i < pair.size(); ++i) {
        out.small[i] = perYear(out.small[i], sessions);
        out.large[i] = perYear(out.large[i], sessions);
        out.relative.push_back(out.small[i] - out.large[i]);
    }
    return out;
}

RatioDrawdowns ratioDrawdowns(const PairSeries& pair) {
    const std::vector<double> ratio = ratioRebased(pair, 0);
    const std::vector<Drawdown> episodes = drawdownEpisodes(ratio);
    RatioDrawdowns out{
        drawdowns(ratio), deepestDrawdown(episodes), longestDrawdown(episodes, pair.size()), {}};
    if (!episodes.empty() && !episodes.back().recovery)
        out.current = episodes.back();
    return out;
}

} // namespace rotascope
