// Yes, no and unknown: Kleene's logic over columns.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// Ordered so that "and" is the least and "or" the greatest.
enum class Truth : std::uint8_t { No, Unknown, Yes };

using Truths = std::vector<Truth>;

constexpr Truth both(Truth a, Truth b) {
    return std::min(a, b);
}
constexpr Truth either(Truth a, Truth b) {
    return std::max(a, b);
}
constexpr Truth opposite(Truth a) {
    return static_cast<Truth>(2 - static_cast<int>(a));
}

/// Yes where `values` is yes on n of the last m positions, its own included; unknown where that hangs on an
/// unknown. Positions before the first are unknown.
Truths persistent(std::span<const Truth> values, int n, int m);

} // namespace rotascope
