// Trend states for programs. Keys are those of the command line's contract; returns as fractions, missing
// null.
#pragma once

#include "core/analysis/trend/trend.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// as_of, instruments: [{symbol, as_of, basis, close, ema20, sma50, sma200, cross_50_200, breakout, rsi14,
/// …}]. Instruments that begin later are not named: a desk that ends on the as-of date gives the same object.
nlohmann::ordered_json trendAsJson(const TrendStates& states);

} // namespace rotascope
