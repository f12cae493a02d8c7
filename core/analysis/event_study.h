// What followed an event pattern, and how sure one may be: outcomes per horizon for small caps, large caps
// and their difference, each against its own baseline. Definitions: "Event study" in ARCHITECTURE.md.
#pragma once

#include "core/analysis/event_inference.h"
#include "core/analysis/pair_series.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// z is known only after the close, so the next close is the first price that can be had.
enum class EntryRule : std::uint8_t { NextClose, EventClose };

constexpr std::array<std::size_t, 6> kEventHorizons{5, 10, 21, 63, 126, 252};

/// Outcomes of one series over one horizon; fractions, NaN where n is too small for a figure.
struct OutcomeFigures {
    OverlapAdjusted inference;
    double median = 0;
    Interval medianInterval;
    double minimum = 0;
    double maximum = 0;
    double hit = 0; ///< share of outcomes above zero
    Interval hitInterval;
    double placebo = 0; ///< p of the circular shift; NaN below kSmallSample events
    double baselineMean = 0;
    double baselineHit = 0;
    std::size_t baselineN = 0;

    double excess() const { return inference.mean - baselineMean; }
};

/// Fewer completed events than this print "small sample" and no p-value.
constexpr std::size_t kSmallSample = 10;

struct HorizonOutcomes {
    std::size_t horizon = 0;
    std::size_t incomplete = 0; ///< events whose horizon ends after the as-of date
    OutcomeFigures small;
    OutcomeFigures large;
    OutcomeFigures relative; ///< small − large
    double mae = 0; ///< mean over events of the least close inside the horizon against entry, minus 1
    double mfe = 0; ///< and of the greatest
};

/// `events` and `eligible` are ascending positions on the pair's sessions; events are a subset of eligible.
/// A session is eligible for a horizon when it is in `eligible` and its horizon is complete.
std::vector<HorizonOutcomes> studyOutcomes(const PairSeries& pair, std::span<const std::size_t> eligible,
                                           std::span<const std::size_t> events, EntryRule entry,
                                           std::span<const std::size_t> horizons);

} // namespace rotascope
