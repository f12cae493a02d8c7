// What followed an event pattern, and how sure one may be. No random numbers: the same figures on every
// machine. Definitions: "Event study" in ARCHITECTURE.md.
#pragma once

#include "core/analysis/event_losses.h"
#include "core/analysis/event_outcomes.h"
#include "core/analysis/event_path.h"
#include "core/analysis/event_pattern.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct EventStudyParams {
    EventDefinition definition;
    OutcomeOptions outcomes;

    bool operator==(const EventStudyParams&) const = default;
};

/// One event with what followed it; NaN where z has no value or a horizon is not complete.
struct EventRow {
    std::size_t session = 0; ///< position on the pair
    Date date;
    double z = 0; ///< under the study's σ, of the series it looks at
    double spread = 0;
    double returnSmall = 0;
    std::array<double, kEventHorizons.size()> small{};
    std::array<double, kEventHorizons.size()> relative{};
};

/// Sessions the figures stand on.
struct StudySample {
    Date first;
    Date last;
    std::size_t sessions = 0;
};

struct EventStudy {
    EventStudyParams params;
    DivergenceParams pair; ///< symbols and the length of the move
    Date asOf;
    Date dataFirst; ///< the pair's first common session
    EventPattern pattern;
    StudySample sample;                    ///< eligible sessions
    std::vector<EventRow> rows;            ///< oldest first
    std::vector<HorizonOutcomes> horizons; ///< in the order of kEventHorizons
    std::vector<LossOdds> losses;
    EventPath path; ///< of small caps
    std::string definitionText;
    std::vector<std::string> notes; ///< sentences about what limits the study, most weighty first

    const HorizonOutcomes& at(std::size_t horizon) const;
};

/// The whole study of the pair as it is seen. Refuses what findEvents refuses; no event at all is a study
/// with a note that says how far z went.
Result<EventStudy> studyEvents(const Divergence& divergence, const EventStudyParams& params);

/// "events --sigma expanding --threshold 3 …": what `rota` is asked for the same study, every choice that is
/// not the usual one named. Days that were handed over as a list are named by their list.
std::string eventCommand(const EventStudyParams& params, int days);
/// The same choices without the command's name.
std::string eventOptions(const EventStudyParams& params, int days);

/// The events with what followed, as far as `pair` reaches: with a pair that goes on after the as-of date
/// this reveals what the study could not know. Positions must be those of the same pair, cut earlier.
std::vector<EventRow> eventRows(const Divergence& divergence, const EventStudyParams& params,
                                const EventPattern& pattern, const PairSeries& pair);

} // namespace rotascope
