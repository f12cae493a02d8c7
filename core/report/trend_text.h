// Trend states for a person at a terminal.
#pragma once

#include "core/analysis/trend/trend.h"
#include "core/report/text_table.h"

#include <string>

namespace rotascope {

/// Every instrument's close against its averages, crosses, RSI, breakouts, returns.
NamedTable trendTable(const TrendStates& states);

/// The matrix, what is out of the ordinary (crosses of this month, breakouts, divergences), and what is
/// missing. With `isDemo` the heading says that the market is invented.
std::string trendText(const TrendStates& states, bool isDemo);

/// "price return · EMA20 seeded with the mean of the first 20 closes · …"
std::string trendConventions();

} // namespace rotascope
