// Seasons of a pair for programs: returns as fractions, missing null.
#pragma once

#include "core/analysis/seasons/seasons.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// as_of, small, large, sessions, months, years, streaks, year_ends, same_window, long_returns, drawdown,
/// dominance (null without a claim), words.
nlohmann::ordered_json seasonsAsJson(const Seasons& seasons);

} // namespace rotascope
