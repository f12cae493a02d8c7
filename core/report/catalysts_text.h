// The calendar of catalysts for a terminal.
#pragma once

#include "core/analysis/catalysts/catalysts.h"

#include <string>

namespace rotascope {

/// What begins or lasts in the days after `today`, and where the listed dates end.
std::string catalystsText(const std::vector<Catalyst>& catalysts, Date today, Date last);

} // namespace rotascope
