// A leveraged fund against its index, for programs. Keys are those of the command line's contract.
#pragma once

#include "core/analysis/leverage/leverage.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// as_of, fund, index, times, from, sessions, index_return, naive, exact, closed_form, actual, compounding,
/// residual, bases, horizons, volatility, warnings, holding, shocks.
nlohmann::ordered_json leverageAsJson(const Leverage& leverage);

} // namespace rotascope
