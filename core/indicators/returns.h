// Returns.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace rotascope {

/// Simple return over `sessions` positions, P(t) / P(t−n) − 1, as a fraction. NaN for the first `sessions`
/// positions, where a price is not above zero (a yield has no return) and where the result would not be
/// finite.
std::vector<double> simpleReturns(std::span<const double> prices, std::size_t sessions);

/// The same between two prices.
inline double simpleReturn(double from, double to) {
    const double value = to / from - 1;
    return from > 0 && to > 0 && std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace rotascope
