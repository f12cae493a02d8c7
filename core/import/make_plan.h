// From a layout to a plan: which columns hold values, in which series they go, and what those are called.
#pragma once

#include "core/base/result.h"
#include "core/import/survey.h"

#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// The plan before any evidence: columns and groups of the layout, the first styles to try.
ReadingPlan planOf(const Dialect& dialect, const Layout& layout, const ReadingChoices& choices);

/// Takes the columns' evidence into the plan: columns of text hold no values, a column named after an
/// instrument holds single values where one of them is zero or less, or all are percentages.
void applyColumnEvidence(ReadingPlan& plan, const Survey& survey);

/// Names every series, in the order of evidence: the user's symbol, the ticker column or heading, the file
/// name. Refuses "no_symbol"; "symbol_for_several" is wrong usage; "duplicate_column" where two columns are
/// one symbol.
Result<void> nameSeries(ReadingPlan& plan, const Survey& survey, const ReadingChoices& choices,
                        std::string_view path);

/// The headings of the columns of which nothing is stored, as they stand in the file.
std::vector<std::string> headingsNotRead(const ReadingPlan& plan);

} // namespace rotascope
