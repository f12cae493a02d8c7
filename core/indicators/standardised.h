// How many standard deviations a value lies from a mean.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace rotascope {

/// σ at or below this is no more than the rounding of returns: what does not move has no z.
constexpr double kRoundingOfReturns = 1e-14;

/// (value − mean) / σ; NaN where σ is rounding or NaN.
inline double standardised(double value, double mean, double sigma) {
    return sigma > kRoundingOfReturns ? (value - mean) / sigma : std::numeric_limits<double>::quiet_NaN();
}

/// z of each value against mean and sample deviation (n − 1) of the last `window` values, its own included
/// (window ≥ 2). Lookback window − 1; a window that holds a NaN is NaN.
std::vector<double> rollingZ(std::span<const double> values, std::size_t window);

} // namespace rotascope
