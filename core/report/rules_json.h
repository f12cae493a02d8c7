// Rules for programs. Keys are those of the command line's contract; fractions for returns, the series' own
// unit otherwise, named in `unit`; missing null.
#pragma once

#include "core/rules/ledger.h"
#include "core/rules/thesis_reading.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// name, expression, state, value, threshold, distance, unit, since, episodes, and what else is kept of the
/// rule.
nlohmann::ordered_json ruleAsJson(const RuleReading& reading, EntryRule entry);
/// as_of, small, large, rules.
nlohmann::ordered_json playbookAsJson(const PlaybookReading& reading, const PlaybookParams& params,
                                      EntryRule entry);
/// One rule's figures: entry, eligible, and all, hindsight and record with their horizons and losses.
nlohmann::ordered_json ledgerAsJson(const RuleLedger& ledger);

/// name, as_of, state, items with kind, condition, met, first_met, expiry, expired, reason, evidence.
nlohmann::ordered_json thesisAsJson(const ThesisReading& reading);

} // namespace rotascope
