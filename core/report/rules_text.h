// Rules for a terminal.
#pragma once

#include "core/report/text_table.h"
#include "core/rules/ledger.h"
#include "core/rules/thesis_reading.h"

#include <string>

namespace rotascope {

/// Every rule with state, value, what is still to go, episodes, since when.
NamedTable playbookTable(const PlaybookReading& reading);
/// "2 firing of 24"
std::string firingText(const PlaybookReading& reading);

/// Every rule with state, value, what is still to go, episodes, and why it is unknown.
std::string playbookText(const PlaybookReading& reading, bool isDemo);

/// "Now +3.73 pp, firing since 26 Nov 2025"; why it is unknown, where it is.
std::string ruleStateText(const RuleReading& reading);
/// How much of the ledger is hindsight.
std::string ruleBirthText(const RuleReading& reading, const RuleLedger& ledger);
/// What the value still has to go: "6.73 pp"; empty while it fires.
std::string ruleToGoText(const RuleReading& reading);

/// One rule: its state, its last episodes, and what followed all of them against any session.
std::string ledgerText(const RuleReading& reading, const RuleLedger& ledger, bool isDemo);

/// "122 complete, against SPX · 5: −0.37 pp, 42 % ahead (any 50 %), p 0.01 · 63: …"
std::string ledgerSummary(const RuleReading& reading, const RuleLedger& ledger);

/// A thesis' checklist.
std::string thesisText(const ThesisReading& reading, bool isDemo);

} // namespace rotascope
