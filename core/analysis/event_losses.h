// How often a loss came soon after the events, against any session and against sessions as volatile.
#pragma once

#include "core/analysis/event_outcomes.h"
#include "core/analysis/event_pattern.h"

#include <array>
#include <cstddef>
#include <vector>

namespace rotascope {

constexpr std::array<double, 3> kLosses{0.05, 0.08, 0.12};
constexpr std::array<std::size_t, 3> kLossWindows{10, 20, 30}; ///< sessions after the entry

/// Shares are NaN where nothing is complete; an event counts when a small-cap close inside the window lies at
/// least `loss` below its entry.
struct LossOdds {
    double loss = 0;
    std::size_t window = 0;
    std::size_t n = 0;   ///< events whose window is complete
    std::size_t hit = 0; ///< of these with the loss
    double share = 0;    ///< NaN below kLeastEvents
    Interval interval;   ///< Wilson 95 %
    double anySession = 0;
    double sameVolatility = 0; ///< sessions in the same fifths of volatility as the events
};

/// Every loss within every window, in the order of kLosses, then kLossWindows.
std::vector<LossOdds> lossOdds(const PairSeries& pair, const EventPattern& pattern, EntryRule entry);

} // namespace rotascope
