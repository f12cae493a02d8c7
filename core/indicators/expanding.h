// Statistics of everything up to and including each position. NaN is no observation: it is skipped, and the
// result at its own position is NaN.
#pragma once

#include "core/indicators/order.h"
#include "core/indicators/rolling.h"

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Mean and sample standard deviation (n − 1) of the observations up to and including each position; NaN
/// until there are `minimum` of them (≥ 2), the position's own included: 252 observations without gaps give
/// the first result at index 251. Source: Welford (1962), "Note on a method for calculating corrected sums of
/// squares and products".
Moments expandingMoments(std::span<const double> values, std::size_t minimum);

/// Share of the observations up to and including each position that are at or below its own, above 0 up to 1.
/// No warm-up: the first observation stands at 1. `order` is sortedOrder(values). Cost n log n (Fenwick tree
/// over ranks).
std::vector<double> expandingPercentile(std::span<const double> values, std::span<const std::uint32_t> order);

/// Share of the observations of `values` at or below `value`; NaN when there are none or `value` is NaN.
double shareAtOrBelow(std::span<const double> values, double value);

} // namespace rotascope
