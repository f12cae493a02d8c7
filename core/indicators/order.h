// Sorting once what several kernels need sorted.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// Positions of the observations from the smallest to the largest, NaN left out; equal values (−0 equals 0)
/// keep their order. Cost: linear for numbers that differ in their first 20 bits, n log n at worst.
std::vector<std::uint32_t> sortedOrder(std::span<const double> values);

} // namespace rotascope
