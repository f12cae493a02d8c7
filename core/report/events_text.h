// The event study for a person at a terminal.
#pragma once

#include "core/analysis/event_claim.h"
#include "core/analysis/event_robustness.h"
#include "core/analysis/event_study.h"
#include "core/report/text_table.h"

#include <string>
#include <vector>

namespace rotascope {

/// What followed, against large caps, the events, the knobs, years left out, splits, loss odds: the tables of
/// eventsText() that have rows. None without events.
std::vector<NamedTable> eventTables(const EventStudy& study, const EventRobustness& robustness);

/// "5 sessions · price return, % · p: circular shifts · …", the conventions behind them.
std::string eventConventions(const EventStudy& study);

/// Heading, the sentence, what followed per horizon, the events, the knobs, loss odds, notes and conventions;
/// aligned, each line ending with a newline. With `isDemo` the heading says that the market is invented.
std::string eventsText(const EventStudy& study, const EventRobustness& robustness, bool isDemo);

/// The claim's three sentences, one a line.
std::string claimText(const ClaimJudgement& judgement);

} // namespace rotascope
