// How much of another series' rises and falls a series takes part in.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Σ y over the positions where x rises (falls), over Σ x there: 1.2 takes part in 120 % of it. NaN in a
/// window without such positions.
struct Capture {
    std::vector<double> up;
    std::vector<double> down;
};

/// Capture over the last `window` pairs of returns (window ≥ 1, both columns equally long). Lookback window −
/// 1; a window that holds a NaN is NaN.
Capture rollingCapture(std::span<const double> y, std::span<const double> x, std::size_t window);

} // namespace rotascope
