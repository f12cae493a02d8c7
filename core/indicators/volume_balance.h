// Running balances of volume. Their level means nothing, only its change between two sessions does.
#pragma once

#include <span>
#include <vector>

namespace rotascope {

/// On-balance volume: the first bar's volume, then + volume where the close rose, − where it fell, unchanged
/// where it is equal. A bar without close or volume is NaN and skipped. Source: Granville (1963); TA-Lib's
/// OBV. Both columns are equally long.
std::vector<double> onBalanceVolume(std::span<const double> close, std::span<const double> volume);

/// Columns of bars with volume, all equally long.
struct VolumeBars {
    std::span<const double> high;
    std::span<const double> low;
    std::span<const double> close;
    std::span<const double> volume;
};

/// Accumulation/distribution: running sum of volume · ((close − low) − (high − close)) / (high − low). A bar
/// whose high equals its low adds nothing; one with a missing number is NaN and skipped. Source: Chaikin;
/// TA-Lib's AD.
std::vector<double> accumulationDistribution(const VolumeBars& bars);

} // namespace rotascope
