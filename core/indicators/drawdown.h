// Falls from the highest value so far.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// value / highest value up to and including each position − 1, a fraction ≤ 0. No warm-up. NaN, and values
/// that are not above zero, are skipped and NaN themselves.
std::vector<double> drawdowns(std::span<const double> values);

/// One fall, in positions of the column.
struct Drawdown {
    std::size_t peak = 0;                ///< the high that it falls from (the latest of equal ones)
    std::size_t trough = 0;              ///< its lowest value, the first of equal ones
    std::optional<std::size_t> recovery; ///< the first value at or above the peak's; empty while it lasts
    double depth = 0;                    ///< trough / peak − 1, negative

    bool operator==(const Drawdown&) const = default;
};

/// Every fall in order; the last one may be under way.
std::vector<Drawdown> drawdownEpisodes(std::span<const double> values);

/// The deepest of them (the earliest of equal ones); nullopt where nothing ever fell.
std::optional<Drawdown> deepestDrawdown(std::span<const Drawdown> episodes);
/// The one with the most positions from its peak to its recovery, or to `end` while it lasts.
std::optional<Drawdown> longestDrawdown(std::span<const Drawdown> episodes, std::size_t end);

} // namespace rotascope
