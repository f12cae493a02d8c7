#include "core/analysis/trend/milestones.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Breakout breakoutOf(const SeriesView& closes, std::size_t window) {
    Breakout out{window, kNaN, kNaN, {}, {}, {}};
    if (closes.size() <= window) {
        out.warmUp = fmt::format("Breakout {} needs {} sessions; has {}.", window, window + 1, closes.size());
        return out;
    }
    const auto before = closes.values.subspan(closes.size() - 1 - window, window);
    const auto [low, high] = std::minmax_element(before.begin(), before.end());
    out.highest = *high;
    out.lowest = *low;
    out.above = closes.values.back() > *high;
    out.below = closes.values.back() < *low;
    return out;
}

/// The greatest multiple of the step strictly below the highest close, and the first close above it.
std::optional<RoundLevel> roundLevelOf(const SeriesView& closes, double highest) {
    const double step = roundStep(highest);
    if (!(step > 0))
        return std::nullopt;
    double level = std::floor(highest / step) * step;
    if (level >= highest)
        level -= step;
    const auto first =
        std::find_if(closes.values.begin(), closes.values.end(), [level](double x) { return x > level; });
    if (!(level > 0) || first == closes.values.begin()) // the file begins above it
        return std::nullopt;
    return RoundLevel{level, closes.dates[static_cast<std::size_t>(first - closes.values.begin())]};
}

} // namespace

Breakouts breakoutsOf(const SeriesView& closes) {
    Breakouts out;
    std::transform(kBreakoutWindows.begin(), kBreakoutWindows.end(), out.begin(),
                   [&](std::size_t window) { return breakoutOf(closes, window); });
    return out;
}

std::optional<std::size_t> longestBreakout(const Breakouts& breakouts) {
    std::optional<std::size_t> longest;
    for (const Breakout& breakout : breakouts)
        if (breakout.above == true)
            longest = breakout.window;
    return longest;
}

double roundStep(double price) {
    return price > 0 && std::isfinite(price) ? std::pow(10.0, std::floor(std::log10(price))) / 2 : 0;
}

Milestones milestonesOf(const SeriesView& closes, PriceBasis basis) {
    Milestones out;
    if (isAdjusted(basis)) {
        out.refused = "No highs or round levels of adjusted closes: they move with every dividend.";
        return out;
    }
    if (closes.empty())
        return out;
    const auto highest = std::max_element(closes.values.begin(), closes.values.end());
    out.highest = *highest;
    out.highestOn = closes.dates[static_cast<std::size_t>(highest - closes.values.begin())];
    out.isHighest = closes.values.back() >= *highest;
    out.distance = closes.values.back() / *highest - 1;
    out.round = roundLevelOf(closes, *highest);
    return out;
}

} // namespace rotascope
