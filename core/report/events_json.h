// The event study for programs. Keys are those of the command line's contract; returns as fractions, missing
// null.
#pragma once

#include "core/analysis/event_claim.h"
#include "core/analysis/event_robustness.h"
#include "core/analysis/event_study.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace rotascope {

/// as_of, small, large, days, definition, event_days, events, dates, sample, horizons ("5" … "252"),
/// sensitivity, list, losses, path, robustness, skipped_dates, notes.
nlohmann::ordered_json eventsAsJson(const EventStudy& study, const EventRobustness& robustness);
/// claimed values with what the data say, and the three sentences.
nlohmann::ordered_json claimAsJson(const ClaimJudgement& judgement);

} // namespace rotascope
