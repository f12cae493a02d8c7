// The calendar of catalysts for programs.
#pragma once

#include "core/analysis/catalysts/catalysts.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// [{category, name, first, last, days_until, source, rule, list, listed_by}]
nlohmann::ordered_json catalystsAsJson(const std::vector<Catalyst>& catalysts, Date today);

/// [{category, label, first, last, goes_on}]; first and last are null where nothing is listed.
nlohmann::ordered_json catalystListsAsJson(const std::vector<CatalystList>& lists);

} // namespace rotascope
