// Exponential moving averages.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// e(t) = e(t−1) + k · (x(t) − e(t−1)), k = 2 / (window + 1), seeded with the mean of the first `window`
/// observations (window ≥ 1). Lookback: without gaps the first result stands at index window − 1. NaN is no
/// observation: it is skipped, its own position is NaN, and what follows is as if it had not been there.
/// Convention: TA-Lib's EMA, classic seed.
std::vector<double> exponentialMovingAverage(std::span<const double> values, std::size_t window);

/// Difference of two such averages, its own average, and what lies between them.
struct Macd {
    std::vector<double> line;      ///< fast − slow, first at index slow − 1
    std::vector<double> signal;    ///< average of the line, first at index slow + signal − 2
    std::vector<double> histogram; ///< line − signal
};

/// Windows 1 ≤ fast < slow, signal ≥ 1. Both averages begin on the same session: the fast one is seeded with
/// the `fast` observations up to the slow one's first, as TA-Lib's MACD (12, 26, 9) does.
Macd macd(std::span<const double> values, std::size_t fast, std::size_t slow, std::size_t signal);

} // namespace rotascope
