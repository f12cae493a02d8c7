#include "core/analysis/distribution.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rotascope {

namespace {

double shareAtOrAbove(const std::vector<double>& values, double threshold) {
    std::size_t known = 0;
    std::size_t beyond = 0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        ++known;
        beyond += value >= threshold ? 1 : 0;
    }
    return known ? static_cast<double>(beyond) / static_cast<double>(known) : std::nan("");
}

} // namespace

Distribution spreadDistribution(const Divergence& divergence, SigmaMode sigma, double threshold,
                                std::size_t bins) {
    Distribution result;
    result.today = divergence.spread;
    result.threshold = threshold;
    result.shareBeyond = shareAtOrAbove(divergence.history.zSpread[indexOf(sigma)], threshold);
    double farthest = 0;
    for (const double spread : divergence.history.spread)
        if (!std::isnan(spread))
            farthest = std::max(farthest, std::abs(spread));
    result.counts.assign(std::max<std::size_t>(bins, 1), 0);
    result.low = -farthest;
    result.width = 2 * farthest / static_cast<double>(result.counts.size());
    for (std::size_t i = 0; i < divergence.history.spread.size(); ++i) {
        const double spread = divergence.history.spread[i];
        if (std::isnan(spread))
            continue;
        if (result.sessions++ == 0)
            result.first = divergence.pair.dates[i];
        const double bin = result.width > 0 ? std::floor((spread - result.low) / result.width) : 0;
        ++result.counts[std::min(static_cast<std::size_t>(std::max(bin, 0.0)), result.counts.size() - 1)];
    }
    return result;
}

double normalTail(double z) {
    return std::erfc(z / std::numbers::sqrt2) / 2;
}

} // namespace rotascope
