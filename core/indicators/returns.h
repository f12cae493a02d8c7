// Returns.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Simple return over `sessions` positions, P(t) / P(t−n) − 1, as a fraction. NaN for the first `sessions`
/// positions, where a price is not above zero (a yield has no return) and where the result would not be
/// finite.
std::vector<double> simpleReturns(std::span<const double> prices, std::size_t sessions);

/// The same between two prices.
double simpleReturn(double from, double to);

} // namespace rotascope
