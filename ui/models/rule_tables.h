// Tables of the Playbook page.
#pragma once

#include "core/rules/ledger.h"
#include "core/rules/playbook_reading.h"
#include "core/rules/thesis_reading.h"
#include "ui/models/table_model.h"

namespace rotascope {

/// Every rule: state, value, what is still to go, episodes.
TableSnapshot ruleTableOf(const PlaybookReading& reading);
/// The ones that fire and those nearest to it, at most `most`; positions among the rules in ruleOrder().
TableSnapshot shortRuleTableOf(const PlaybookReading& reading, std::size_t most);
/// Firing first, then by how near they are, unknown ones last.
std::vector<std::size_t> ruleOrder(const PlaybookReading& reading);

/// Every episode, the latest first, and what followed. Outcomes that lie after the as-of date are not there.
TableSnapshot ledgerTableOf(const RuleReading& reading, const RuleLedger& ledger);
/// What followed all of them, by horizon, against any session.
TableSnapshot followedTableOf(const RuleLedger& ledger);

/// The checklist of a thesis.
/// One line for each entry, in the order of the flags and their dates.
TableSnapshot flagTableOf(const std::vector<Flag>& flags);
TableSnapshot thesisTableOf(const ThesisReading& reading);

} // namespace rotascope
