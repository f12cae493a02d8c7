// Rules for a terminal.
#pragma once

#include "core/rules/ledger.h"
#include "core/rules/thesis_reading.h"

#include <string>

namespace rotascope {

/// Every rule with state, value, what is still to go, episodes, and why it is unknown.
std::string playbookText(const PlaybookReading& reading, bool isDemo);

/// One rule: its state, its last episodes, and what followed all of them against any session.
std::string ledgerText(const RuleReading& reading, const RuleLedger& ledger, bool isDemo);

/// "122 complete, against SPX · 5: −0.37 pp, 42 % ahead (any 50 %), p 0.01 · 63: …"
std::string ledgerSummary(const RuleReading& reading, const RuleLedger& ledger);

/// A thesis' checklist.
std::string thesisText(const ThesisReading& reading, bool isDemo);

} // namespace rotascope
