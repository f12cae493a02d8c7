// The tables of an event study as CSV: full precision, returns as fractions, missing fields empty. The first
// line says what the study is, after "# ".
#pragma once

#include "core/analysis/event_robustness.h"
#include "core/analysis/event_study.h"

#include <string>
#include <vector>

namespace rotascope {

/// One line per horizon and series (small, large, relative) with every figure of the outcome table.
std::string outcomesCsv(const EventStudy& study);

/// The list of events: date,z,spread,return_small,small_5 … relative_252, one line each.
std::string eventsCsv(const EventStudy& study, const std::vector<EventRow>& rows);

/// Every combination of σ, threshold and gap that was looked at.
std::string combinationsCsv(const EventStudy& study, const EventRobustness& robustness);

/// Odds of a loss within each window.
std::string lossesCsv(const EventStudy& study);

} // namespace rotascope
