// Tables that would be read, and read wrongly: trades, returns, sums, other currencies and the like.
#pragma once

#include "core/csv/layout.h"
#include "core/csv/preamble.h"

namespace rotascope {

/// `rows` are the first ones below the header. Refuses "several_tables", "list_of_trades",
/// "table_of_returns", "cumulative_flows", "dates_side_by_side", "week_starts", "sign_elsewhere",
/// "other_currency", "unit_elsewhere".
Result<void> refuseMisread(const Layout& layout, const Preamble& preamble, std::span<const HeadRecord> rows);

} // namespace rotascope
