// Data findings for people.
#pragma once

#include "core/quality/finding_groups.h"
#include "core/report/text_table.h"

#include <span>
#include <string>

namespace rotascope {

/// Of a group of several: when they are, as far as that fits a line.
std::string groupDatesText(const FindingGroup& group);
/// "warning", "note", "accepted"
std::string standingText(const FindingGroup& group);
/// "gaps", "gaps (volume)": the rule, with the field where it is not the close.
std::string ruleText(const FindingGroup& group);

/// "12 findings about 5 series, 3 of them warnings; 1 accepted." or that there is nothing.
std::string findingsSentence(std::span<const Finding> findings);

/// Those of one rule together, by symbol, open ones first.
NamedTable findingsTable(std::span<const Finding> findings);

} // namespace rotascope
