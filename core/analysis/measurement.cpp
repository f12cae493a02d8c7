#include "core/analysis/measurement.h"

#include "core/indicators/returns.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>
#include <span>

namespace rotascope {

namespace {

double deepestDrawdown(std::span<const double> prices) {
    double high = prices.front();
    double deepest = 0;
    for (const double price : prices) {
        if (!(price > 0))
            return std::nan("");
        high = std::max(high, price);
        deepest = std::min(deepest, price / high - 1);
    }
    return deepest;
}

/// Sums over daily returns of both legs.
struct DailySums {
    double n = 0, small = 0, large = 0, cross = 0, square = 0;
    double smallUp = 0, largeUp = 0, smallDown = 0, largeDown = 0;
};

DailySums dailySums(std::span<const double> small, std::span<const double> large) {
    DailySums sums;
    for (std::size_t i = 1; i < small.size(); ++i) {
        const double s = simpleReturn(small[i - 1], small[i]);
        const double l = simpleReturn(large[i - 1], large[i]);
        ++sums.n;
        sums.small += s;
        sums.large += l;
        sums.cross += s * l;
        sums.square += l * l;
        if (l > 0)
            sums.smallUp += s;
        if (l < 0)
            sums.smallDown += s;
        (l > 0 ? sums.largeUp : sums.largeDown) += l;
    }
    return sums;
}

/// A ratio that a day without a return has spoiled is no figure.
std::optional<double> ifKnown(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

void addDaily(Measurement& result, const DailySums& sums) {
    const double variance = sums.square - sums.large * sums.large / sums.n;
    if (variance > 0)
        result.beta = ifKnown((sums.cross - sums.small * sums.large / sums.n) / variance);
    if (sums.largeUp > 0)
        result.upCapture = ifKnown(sums.smallUp / sums.largeUp);
    if (sums.largeDown < 0)
        result.downCapture = ifKnown(sums.smallDown / sums.largeDown);
}

} // namespace

Measurement measurePair(const PairSeries& pair, std::size_t from, std::size_t to) {
    assert(pair.size() > 0);
    const std::size_t first = std::min({from, to, pair.size() - 1});
    const std::size_t last = std::min(std::max(from, to), pair.size() - 1);
    const std::span<const double> small = std::span(pair.small).subspan(first, last - first + 1);
    const std::span<const double> large = std::span(pair.large).subspan(first, last - first + 1);
    Measurement result;
    result.sessions = last - first;
    result.returnSmall = simpleReturn(small.front(), small.back());
    result.returnLarge = simpleReturn(large.front(), large.back());
    result.spread = result.returnSmall - result.returnLarge;
    result.drawdownSmall = deepestDrawdown(small);
    result.drawdownLarge = deepestDrawdown(large);
    if (result.sessions >= kMeasuredSessions)
        addDaily(result, dailySums(small, large));
    return result;
}

} // namespace rotascope
