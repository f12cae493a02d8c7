// Tables of the Flows page.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/analysis/flows/fund_comparison.h"
#include "ui/models/table_model.h"

#include <span>

namespace rotascope {

/// One row per fund, the largest inflow first: bar, amount, % of assets, rank in the year.
TableSnapshot leagueTableOf(const Flows& flows);
/// The same for the Overview: at most `most` rows, from both ends.
TableSnapshot shortLeagueTableOf(const Flows& flows, std::size_t most);
/// Rows of the league that shortLeagueTableOf() shows, in its order.
std::vector<std::size_t> shortLeague(const Flows& flows, std::size_t most);

/// The latest months, newest first.
TableSnapshot flowMonthTableOf(const FundFlows& fund, Date until, std::size_t most);

/// Funds side by side.
TableSnapshot comparisonTableOf(const FundComparison& comparison);

} // namespace rotascope
