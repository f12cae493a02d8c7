#include "core/analysis/pair_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

double finiteOrMissing(double value) {
    return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

/// How many of `leg`'s dates inside `shared` the pair lacks.
std::size_t droppedInside(const SeriesView& leg, DateRange shared, std::size_t kept) {
    const auto first = std::lower_bound(leg.dates.begin(), leg.dates.end(), shared.first);
    const auto last = std::upper_bound(leg.dates.begin(), leg.dates.end(), shared.last);
    return static_cast<std::size_t>(last - first) - kept;
}

Failure noCommonSession(std::string_view small, const SeriesView& a, std::string_view large,
                        const SeriesView& b) {
    return refused(
        "no_common_session",
        fmt::format(
            "{} ({} to {}) and {} ({} to {}) share no session. Import more of one, or choose another pair.",
            small, isoText(a.dates.front()), isoText(a.dates.back()), large, isoText(b.dates.front()),
            isoText(b.dates.back())));
}

} // namespace

PairSeries commonSessions(const SeriesView& small, const SeriesView& large) {
    PairSeries pair;
    const std::size_t most = std::min(small.size(), large.size());
    pair.dates.reserve(most);
    pair.small.reserve(most);
    pair.large.reserve(most);
    for (std::size_t i = 0, j = 0; i < small.size() && j < large.size();) {
        if (small.dates[i] == large.dates[j]) {
            pair.dates.push_back(small.dates[i]);
            pair.small.push_back(small.values[i]);
            pair.large.push_back(large.values[j]);
        }
        const bool smallLater = small.dates[i] > large.dates[j];
        const bool largeLater = large.dates[j] > small.dates[i];
        i += smallLater ? 0 : 1;
        j += largeLater ? 0 : 1;
    }
    if (pair.dates.empty())
        return pair;
    const DateRange shared{std::max(small.dates.front(), large.dates.front()),
                           std::min(small.dates.back(), large.dates.back())};
    pair.droppedSmall = droppedInside(small, shared, pair.size());
    pair.droppedLarge = droppedInside(large, shared, pair.size());
    return pair;
}

Result<PairSeries> alignPair(const MarketView& view, std::string_view small, std::string_view large) {
    if (small == large)
        return usageError("same_leg",
                          fmt::format("A pair needs two different series; both legs are {}.", small));
    const auto a = view.closes(small);
    if (!a)
        return Failure(a.error());
    const auto b = view.closes(large);
    if (!b)
        return Failure(b.error());
    PairSeries pair = commonSessions(*a, *b);
    if (pair.dates.empty())
        return noCommonSession(small, *a, large, *b);
    return pair;
}

std::vector<double> ratioRebased(const PairSeries& pair, std::size_t start) {
    std::vector<double> ratio(pair.size());
    const double base = start < pair.size() ? pair.small[start] / pair.large[start] : 0;
    for (std::size_t i = 0; i < ratio.size(); ++i)
        ratio[i] = finiteOrMissing(pair.small[i] / pair.large[i] / base * 100);
    return ratio;
}

std::vector<double> relativePerformance(const PairSeries& pair, std::size_t start) {
    std::vector<double> relative(pair.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; start < pair.size() && i < relative.size(); ++i)
        relative[i] =
            finiteOrMissing((pair.small[i] / pair.small[start] - pair.large[i] / pair.large[start]) * 100);
    return relative;
}

std::vector<double> levelSpread(const PairSeries& pair) {
    std::vector<double> spread(pair.size());
    std::transform(pair.small.begin(), pair.small.end(), pair.large.begin(), spread.begin(), std::minus<>());
    return spread;
}

} // namespace rotascope
