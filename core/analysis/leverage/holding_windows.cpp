#include "core/analysis/leverage/holding_windows.h"

#include "core/indicators/returns.h"
#include "core/indicators/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

/// `sorted` must not be empty.
double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double atWorstEverything(double change) {
    return std::max(change, -1.0);
}

} // namespace

HoldingWindow holdingWindow(std::span<const double> closes, std::size_t sessions) {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> returns = simpleReturns(closes, sessions);
    std::erase_if(returns, [](double r) { return std::isnan(r); });
    std::sort(returns.begin(), returns.end());
    HoldingWindow out{sessions, returns.size(), kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN};
    if (returns.empty())
        return out;
    out.mean = meanOf(returns);
    out.low5 = quantile(returns, 0.05);
    out.low25 = quantile(returns, 0.25);
    out.median = quantile(returns, 0.5);
    out.high75 = quantile(returns, 0.75);
    out.high95 = quantile(returns, 0.95);
    const auto lost = std::lower_bound(returns.begin(), returns.end(), 0.0) - returns.begin();
    out.lost = static_cast<double>(lost) / static_cast<double>(returns.size());
    return out;
}

std::array<Shock, kShocks.size()> shockTable(double times, double largeOnSmall) {
    std::array<Shock, kShocks.size()> out;
    std::transform(kShocks.begin(), kShocks.end(), out.begin(), [&](double shock) {
        return Shock{shock, atWorstEverything(times * shock), atWorstEverything(-times * shock),
                     shock * (1 - largeOnSmall)};
    });
    return out;
}

} // namespace rotascope
