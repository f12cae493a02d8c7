// Everything the page of events shows, computed off the GUI thread from one analysis of the pair.
#pragma once

#include "core/analysis/event_claim.h"
#include "core/analysis/event_robustness.h"
#include "core/analysis/event_study.h"
#include "ui/session/desk_snapshot.h"

#include <memory>
#include <optional>
#include <vector>

namespace rotascope {

/// The horizon and series that the page's sentence, path and knobs are about.
struct EventFocus {
    std::size_t horizon = 126;
    Leg leg = Leg::Small;

    bool operator==(const EventFocus&) const = default;
};

struct EventBoard {
    std::shared_ptr<const PairAnalysis> analysis;
    std::optional<Error> error; ///< why there is no study
    EventStudy study;           ///< as of the analysis's date
    EventPath relativePath;
    std::vector<EventRow> later; ///< the same events with what the desk knows today

    bool hasStudy() const { return !error.has_value(); }
    /// Whether outcomes exist that the as-of date hides.
    bool hidesOutcomes() const;
};

/// The study that the analysis's state asks for.
EventBoard eventBoardOf(const std::shared_ptr<const PairAnalysis>& analysis);

/// The study alone; refused where there is no pair or no such definition.
Result<EventStudy> eventStudyOf(const std::shared_ptr<const PairAnalysis>& analysis);

/// The study under other knobs; its refusals are the study's.
Result<EventRobustness> robustnessOf(const PairAnalysis& analysis, const EventFocus& focus);

/// The claim that the analysis's state holds, against what was known when it was made.
Result<ClaimJudgement> judgementOf(const PairAnalysis& analysis);

} // namespace rotascope
