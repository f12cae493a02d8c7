// What is odd about a desk's flows, as findings like those of any other rule.
#pragma once

#include "core/analysis/flows/flow_source.h"
#include "core/market/market.h"
#include "core/quality/finding.h"

#include <vector>

namespace rotascope {

/// Sources that disagree, units, refused counts, weeks, switches within one index and round trips, over the
/// whole record of every fund in the view; too many of one rule about one fund are summed up.
std::vector<Finding> flowFindingsOf(const MarketView& view, FlowSource preferred);

} // namespace rotascope
