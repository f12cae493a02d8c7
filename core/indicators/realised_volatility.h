// Volatility as it was.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Sessions of a year, by which daily volatility is annualised.
constexpr double kSessionsPerYear = 252;

/// Sample standard deviation (n − 1) of the last `window` daily returns (window ≥ 2), times √252: a fraction
/// a year. Lookback: without gaps the first result stands at index `window` of the prices; a window that
/// holds a missing return is NaN.
std::vector<double> realisedVolatility(std::span<const double> prices, std::size_t window);

} // namespace rotascope
