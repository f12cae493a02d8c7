// Outcomes of event days per horizon, for small caps, large caps and their difference, each against its own
// baseline.
#pragma once

#include "core/analysis/event_inference.h"
#include "core/analysis/event_sample.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// What small samples may say.
enum class SampleSize : std::uint8_t {
    Enough,
    Small,   ///< fewer than kSmallSample completed events: "small sample", no p-value
    ListOnly ///< fewer than kLeastEvents, or n_eff ≤ 2: the list of outcomes and no figures
};
constexpr std::size_t kSmallSample = 10;
constexpr std::size_t kLeastEvents = 5;

SampleSize sampleSizeOf(std::size_t events, double nEffective);

/// Outcomes of one series over one horizon; fractions, NaN where n is too small for a figure.
struct OutcomeFigures {
    OverlapAdjusted inference;
    double median = 0;
    Interval medianInterval;
    double minimum = 0;
    double maximum = 0;
    double hit = 0; ///< share of outcomes above zero
    Interval hitInterval;
    double placebo = 0;    ///< p of the circular shift; NaN below kSmallSample events
    double neweyWestT = 0; ///< of the event dummy, lag h − 1; NaN with the placebo
    double baselineMean = 0;
    double baselineHit = 0;
    std::size_t baselineN = 0;

    double excess() const { return inference.mean - baselineMean; }
};

struct HorizonOutcomes {
    std::size_t horizon = 0;
    std::size_t incomplete = 0; ///< events whose horizon ends after the as-of date
    SampleSize size = SampleSize::Enough;
    OutcomeFigures small;
    OutcomeFigures large;
    OutcomeFigures relative; ///< small − large
    double mae =
        0; ///< mean over events of the least small-cap close inside the horizon against entry, minus 1
    double mfe = 0; ///< and of the greatest
};

/// Which figures are wanted besides those of small caps and the difference, which always are.
enum class LargeCaps : bool { No, Yes };

/// `events` are ascending positions on the pair, a subset of those the sample was made from.
HorizonOutcomes outcomesOf(const PairSeries& pair, const HorizonSample& sample,
                           std::span<const std::size_t> events, LargeCaps largeCaps = LargeCaps::Yes);

/// One sample and its outcomes per horizon.
std::vector<HorizonOutcomes> studyOutcomes(const PairSeries& pair, std::span<const std::size_t> eligible,
                                           std::span<const std::size_t> events, const OutcomeOptions& options,
                                           std::span<const std::size_t> horizons = kEventHorizons);

} // namespace rotascope
