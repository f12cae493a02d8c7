// Breakouts, the highest close there ever was, and round levels.
#pragma once

#include "core/analysis/trend/price_basis.h"
#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace rotascope {

constexpr std::array<std::size_t, 3> kBreakoutWindows{20, 55, 252};

/// Today's close against the closes of the `window` sessions before it. NaN and empty while there are fewer,
/// which `warmUp` then states.
struct Breakout {
    std::size_t window = 0;
    double highest = 0;
    double lowest = 0;
    std::optional<bool> above; ///< today above the highest: a breakout
    std::optional<bool> below; ///< today below the lowest: a breakdown
    std::string warmUp;        ///< "Breakout 252 needs 253 sessions; has 143."
};
using Breakouts = std::array<Breakout, kBreakoutWindows.size()>;
Breakouts breakoutsOf(const SeriesView& closes);

/// The longest window above whose highest close today stands; nullopt without a breakout.
std::optional<std::size_t> longestBreakout(const Breakouts& breakouts);

/// A multiple of the round step that closes have passed, and the first close above it.
struct RoundLevel {
    double level = 0;
    Date date;

    bool operator==(const RoundLevel&) const = default;
};

/// Levels that were paid. On adjusted closes nothing but `refused` is set: they move with every dividend.
struct Milestones {
    std::string refused;
    double highest = 0; ///< the highest close of the file
    Date highestOn;     ///< its first session
    bool isHighest = false;
    double distance = 0;             ///< close / highest − 1, fraction ≤ 0
    std::optional<RoundLevel> round; ///< the greatest round level ever closed above, by its first close
};
Milestones milestonesOf(const SeriesView& closes, PriceBasis basis);

/// Half the power of ten at or below `price`: 500 for 6,032, 50 for 248, 5 for 46. 0 for what is not above
/// zero.
double roundStep(double price);

} // namespace rotascope
