// Outcomes of event days per horizon, for small caps, large caps and their difference, each against its own
// baseline.
#pragma once

#include "core/analysis/event_baseline.h"
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

constexpr std::size_t entryLag(EntryRule entry) {
    return entry == EntryRule::NextClose ? 1 : 0;
}

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

/// Every eligible session whose horizon is complete, with its outcomes.
struct HorizonSample {
    std::size_t horizon = 0;           ///< sessions; nominal with the calendar
    std::size_t lag = 0;               ///< sessions from the event to the entry
    std::vector<std::size_t> sessions; ///< positions on the pair, ascending
    std::vector<std::size_t> exits;    ///< position of the last close inside each horizon
    std::vector<double> small;
    std::vector<double> large;
    std::vector<double> relative;
    std::vector<std::uint8_t> groups; ///< for the baseline
};

struct OutcomeOptions {
    EntryRule entry = EntryRule::NextClose;
    bool calendar = false; ///< horizons of 1 and 2 weeks, 1, 3, 6 and 12 months instead of 5 … 252 sessions
    BaselineRule baseline = BaselineRule::AnySession;

    bool operator==(const OutcomeOptions&) const = default;
};

/// `horizon` is an entry of kEventHorizons (others: without a calendar variant). `groups` are
/// baselineGroups() of the same eligible sessions.
HorizonSample horizonSample(const PairSeries& pair, std::span<const std::size_t> eligible,
                            std::span<const std::uint8_t> groups, const OutcomeOptions& options,
                            std::size_t horizon);

/// The last session of a horizon entered at `entry`; nullopt when it ends after the data.
std::optional<std::size_t> exitOf(const PairSeries& pair, std::size_t entry, std::size_t horizon,
                                  bool calendar);

/// Indices into sample.sessions of those events that are complete.
std::vector<std::size_t> indicesOf(const HorizonSample& sample, std::span<const std::size_t> events);

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
