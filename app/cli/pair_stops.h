// `--stop`, as often as it is given.
#pragma once

#include "core/analysis/pair_trade/stop_rule.h"

#include <string>
#include <vector>

namespace rotascope::cli {

/// The usual stops where none is named; none for "none" alone. Usage errors: as parseStopRule.
Result<std::vector<StopRule>> stopsOf(const std::vector<std::string>& texts);

} // namespace rotascope::cli
