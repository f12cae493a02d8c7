// The eligible sessions of a horizon with what followed each of them: the ground that event patterns stand
// on.
#pragma once

#include "core/analysis/event_baseline.h"
#include "core/analysis/event_placebo.h"
#include "core/analysis/pair_series.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

/// z is known only after the close, so the next close is the first price that can be had.
enum class EntryRule : std::uint8_t { NextClose, EventClose };

constexpr std::size_t entryLag(EntryRule entry) {
    return entry == EntryRule::NextClose ? 1 : 0;
}

/// ★ Horizons of a study, with what stands for each of them by the calendar.
struct EventHorizon {
    std::size_t sessions;
    int days;
    int months;
    std::string_view shortName;
    std::string_view name;
};
constexpr std::array<EventHorizon, 6> kHorizonCatalogue{{{5, 7, 0, "1W", "1 week"},
                                                         {10, 14, 0, "2W", "2 weeks"},
                                                         {21, 0, 1, "1M", "1 month"},
                                                         {63, 0, 3, "3M", "3 months"},
                                                         {126, 0, 6, "6M", "6 months"},
                                                         {252, 0, 12, "12M", "12 months"}}};

constexpr std::array<std::size_t, kHorizonCatalogue.size()> horizonSessions() {
    std::array<std::size_t, kHorizonCatalogue.size()> sessions{};
    for (std::size_t i = 0; i < sessions.size(); ++i)
        sessions[i] = kHorizonCatalogue[i].sessions;
    return sessions;
}
/// Their sessions alone, ascending.
constexpr std::array kEventHorizons = horizonSessions();

/// Position of a horizon in the catalogue; nullopt for other numbers of sessions.
constexpr std::optional<std::size_t> horizonIndex(std::size_t sessions) {
    for (std::size_t i = 0; i < kEventHorizons.size(); ++i)
        if (kEventHorizons[i] == sessions)
            return i;
    return std::nullopt;
}

struct OutcomeOptions {
    EntryRule entry = EntryRule::NextClose;
    bool calendar = false; ///< horizons of 1 and 2 weeks, 1, 3, 6 and 12 months instead of 5 … 252 sessions
    BaselineRule baseline = BaselineRule::AnySession;

    bool operator==(const OutcomeOptions&) const = default;
};

/// Whose path or outcome is looked at.
enum class Leg : std::uint8_t { Small, Large, Relative };

/// What followed each session of a sample for one leg, and what does not depend on the events.
struct LegOutcomes {
    std::vector<double> values;
    GroupMeans means;
    GroupMeans hits; ///< shares above zero
    /// Over what remains of each outcome when its group's mean is taken away, so that shifting compares like
    /// with like. A constant taken from all changes nothing.
    ShiftPlacebo placebo;
};

/// `values` belong to the sessions that `runs` were made from.
LegOutcomes legOutcomes(std::vector<double> values, std::span<const GroupRun> runs);

/// Every eligible session whose horizon is complete, with its outcomes.
struct HorizonSample {
    std::size_t horizon = 0; ///< sessions; nominal with the calendar
    OutcomeOptions options;
    std::vector<std::size_t> sessions; ///< positions on the pair, ascending
    std::vector<std::uint8_t> groups;  ///< of each, for the baseline
    LegOutcomes small;
    LegOutcomes large;
    LegOutcomes relative; ///< small − large

    const LegOutcomes& of(Leg leg) const;
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

} // namespace rotascope
