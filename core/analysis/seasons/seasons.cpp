#include "core/analysis/seasons/seasons.h"

#include "core/indicators/returns.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

constexpr std::size_t kLongestWindow = 252;

Result<void> checked(const SeasonParams& params) {
    if (params.window < 1 || params.window > kLongestWindow)
        return usageError("bad_window", fmt::format("A window has 1 to {} sessions, not {}.", kLongestWindow,
                                                    params.window));
    const auto& years = params.dominance;
    if (years && years->last < years->first)
        return usageError("bad_years",
                          fmt::format("The years {} to {} run backwards.", years->first, years->last));
    return {};
}

std::optional<SameWindow> windowToday(const PairSeries& pair, std::size_t sessions) {
    if (pair.size() <= sessions)
        return std::nullopt;
    const std::size_t base = pair.size() - 1 - sessions;
    return SameWindow{yearOf(pair.dates.back()),
                      {pair.dates[base], pair.dates.back()},
                      simpleReturn(pair.small[base], pair.small.back()),
                      simpleReturn(pair.large[base], pair.large.back())};
}

} // namespace

Result<Seasons> analyseSeasons(const MarketView& view, const SeasonParams& params) {
    if (const auto valid = checked(params); !valid)
        return Failure(valid.error());
    auto pair = alignPair(view, params.small, params.large);
    if (!pair)
        return Failure(pair.error());
    Seasons out;
    out.params = params;
    out.pair = std::move(*pair);
    out.asOf = out.pair.dates.back();
    out.months = monthlyReturns(out.pair);
    out.years = yearlyReturns(out.pair);
    out.streaks = yearStreaks(out.years);
    out.yearEnds = yearEndStudy(out.pair);
    out.window = windowToday(out.pair, params.window);
    out.earlier = sameWindows(out.pair, params.window);
    for (std::size_t i = 0; i < kLongSpans.size(); ++i)
        out.longReturns[i] = longReturns(out.pair, kLongSpans[i].sessions);
    out.drawdowns = ratioDrawdowns(out.pair);
    if (params.dominance)
        out.claim = dominanceClaim(out.pair, params.dominance->first, params.dominance->last);
    return out;
}

} // namespace rotascope
