// Highest and lowest values of a sliding window.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Highest and lowest of the `window` values before each position (window ≥ 1), its own excluded, so that a
/// value above the highest is a breakout. Lookback: the first `window` results are NaN; so is one whose
/// window holds a NaN. Source: Donchian's channel, on whatever column is handed in.
struct Channel {
    std::vector<double> highest;
    std::vector<double> lowest;
};
Channel channelBefore(std::span<const double> values, std::size_t window);

} // namespace rotascope
