// Location and scale that a few wild values cannot move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// Median, and median absolute deviation from it (raw: multiply by 1.4826 for a normal law's σ).
struct RobustMoments {
    std::vector<double> median;
    std::vector<double> mad;
};

/// Median and MAD of the observations up to and including each position; NaN until there are `minimum` of
/// them (≥ 1, the position's own included). Of an even number of values the median is the mean of the middle
/// two. NaN is no observation: it is skipped and its own position is NaN. `order` is sortedOrder(values).
///
/// The values are sorted once and taken out of a linked list from the last to the first; the median moves by
/// at most one link each time, and the half of the values nearest to it by a few. Cost: linear on one cloud
/// of values; at worst quadratic, on two clouds of equal size that take turns (12,000 values: some 50 ms).
RobustMoments expandingMedianMad(std::span<const double> values, std::span<const std::uint32_t> order,
                                 std::size_t minimum);

} // namespace rotascope
