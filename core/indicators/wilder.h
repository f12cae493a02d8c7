// Wilder's two indicators. Source: Wilder (1978), "New Concepts in Technical Trading Systems".
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// RSI, 0 to 100: 100 · G / (G + L), G and L the averages of rises and falls from one observation to the
/// next. Seeded with the mean of the first `window` changes (window ≥ 1), then a(t) = a(t−1) + (x − a(t−1)) /
/// window. Lookback: without gaps the first result stands at index `window`. NaN is skipped; a series that
/// has not moved at all has no RSI (NaN, where TA-Lib says 0).
std::vector<double> relativeStrengthIndex(std::span<const double> values, std::size_t window);

/// Columns of bars, all equally long.
struct BarColumns {
    std::span<const double> high;
    std::span<const double> low;
    std::span<const double> close;
};

/// Greatest of high − low, |high − close before|, |low − close before|; NaN for the first bar, which has no
/// close before, and where a number is missing.
std::vector<double> trueRange(const BarColumns& bars);

/// ATR in units of price: mean of the first `window` true ranges, then Wilder's average. Lookback as the RSI.
std::vector<double> averageTrueRange(const BarColumns& bars, std::size_t window);

} // namespace rotascope
