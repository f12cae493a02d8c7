// Tables of the Trend page.
#pragma once

#include "core/analysis/relative/breadth.h"
#include "core/analysis/trend/annotations.h"
#include "core/analysis/trend/trend.h"
#include "core/analysis/trend/trend_history.h"
#include "ui/models/table_model.h"

#include <span>

namespace rotascope {

/// One row for each of `rows` of the states: averages with shape and colour, cross, RSI, breakout, returns.
TableSnapshot trendMatrixOf(const TrendStates& states, std::span<const std::size_t> rows);
/// The same for a narrow card: averages and cross.
TableSnapshot shortTrendMatrixOf(const TrendStates& states, std::span<const std::size_t> rows);

/// Positions among the states of the symbols that they hold, in the symbols' order.
std::vector<std::size_t> rowsOf(const TrendStates& states, std::span<const Symbol> symbols);

/// How many gained, and how many stand above each average.
TableSnapshot breadthTableOf(const Breadth& breadth);
/// The members from the leader to the laggard.
TableSnapshot leadersTableOf(const Breadth& breadth);

/// What the user wrote, by date.
TableSnapshot noteTableOf(std::span<const Annotation> notes);

/// One instrument's figures, a line each.
TableSnapshot instrumentTableOf(const TrendRow& row, const TrendHistory& history);

} // namespace rotascope
