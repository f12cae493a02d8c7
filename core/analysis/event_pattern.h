// Which sessions are events, and which are the eligible sessions they are held against.
#pragma once

#include "core/analysis/divergence.h"
#include "core/analysis/event_dates.h"
#include "core/analysis/sigma_mode.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

enum class EventSeries : std::uint8_t { Spread, Small };
enum class EventDirection : std::uint8_t { Up, Down };

struct EventDefinition {
    EventSeries on = EventSeries::Spread;
    SigmaMode sigma = SigmaMode::Expanding;
    double threshold = 3; ///< k > 0; an event has z ≥ k, or z ≤ −k with Down
    EventDirection direction = EventDirection::Up;
    int gap = 63;                  ///< sessions that must have passed since the last kept event, 0 or more
    std::string onlyIf;            ///< see event_qualifier.h; empty: any
    std::optional<Date> start;     ///< limits events and eligible sessions, not σ's history
    bool peak = false;             ///< the run's greatest |z| instead of its first day; known only afterwards
    std::optional<DateList> dates; ///< these days instead of a threshold

    bool operator==(const EventDefinition&) const = default;
};

struct EventPattern {
    std::vector<std::size_t> eligible;  ///< sessions from the start on which z has a value (a list: all)
    std::vector<std::size_t> eventDays; ///< before de-clustering, ascending
    std::vector<std::size_t> events;    ///< kept, ascending, a subset of eligible
    std::vector<SkippedDate> skipped;   ///< of a list
};

/// The z that decides, one value per session of the pair.
const std::vector<double>& decidingZ(const Divergence& divergence, const EventDefinition& definition);

/// Qualifier first, then de-clustering. Usage errors: threshold not above zero ("bad_threshold"), gap below
/// zero ("bad_gap"), a wrong qualifier. Refuses a pair of fewer than 252 sessions or one on which z has no
/// value yet ("too_short"), and a start after the last session ("start_after_data"). No event is no error.
Result<EventPattern> findEvents(const Divergence& divergence, const EventDefinition& definition);

/// The events that remain of ascending event days under the definition's gap (0 or more), each moved to its
/// run's peak where that is asked. A study of another gap needs nothing else.
std::vector<std::size_t> keptEvents(const Divergence& divergence, const EventDefinition& definition,
                                    std::span<const std::size_t> eventDays);

/// "z ≥ 3 on the spread, σ expanding", "z ≤ −2.5 on RUT", "12 listed dates", "64 dates of FOMC".
std::string definitionText(const Divergence& divergence, const EventDefinition& definition);

} // namespace rotascope
