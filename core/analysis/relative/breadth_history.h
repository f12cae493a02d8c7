// Breadth day by day: which share of a list stood above its averages.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/analysis/trend/average_state.h"
#include "core/market/market.h"

#include <array>
#include <string>
#include <vector>

namespace rotascope {

/// Columns as long as `dates`: on each the share of the members that have a close that day and an average by
/// then; NaN where there is none. Leveraged funds are left out, as in Breadth.
struct BreadthHistory {
    std::string name;
    std::vector<Date> dates; ///< every day on which a member has a close
    std::array<std::vector<double>, kTrendAverages.size()> above;
};

BreadthHistory breadthHistory(const MarketView& view, const Basket& list);

} // namespace rotascope
