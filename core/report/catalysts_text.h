// The calendar of catalysts for a terminal.
#pragma once

#include "core/analysis/catalysts/catalysts.h"
#include "core/report/text_table.h"

#include <string>
#include <vector>

namespace rotascope {

/// One row per catalyst: days, how far away, what, and how it is known.
NamedTable catalystTable(const std::vector<Catalyst>& catalysts, Date today);

/// What begins or lasts in the days after `today`, and where the listed dates end.
std::string catalystsText(const std::vector<Catalyst>& catalysts, Date today, Date last,
                          const std::vector<CatalystList>& lists = catalystLists());

/// Sentences on lists that end before `last` or hold no date; empty where there are none.
std::vector<std::string> catalystGaps(const std::vector<CatalystList>& lists, Date last);

} // namespace rotascope
