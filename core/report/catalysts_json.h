// The calendar of catalysts for programs.
#pragma once

#include "core/analysis/catalysts/catalysts.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// [{category, name, first, last, days_until, source, rule}]
nlohmann::ordered_json catalystsAsJson(const std::vector<Catalyst>& catalysts, Date today);

} // namespace rotascope
