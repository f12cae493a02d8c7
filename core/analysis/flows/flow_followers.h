// What followed a fund's largest inflows, by the machinery of the event study.
#pragma once

#include "core/analysis/flows/flow_study.h"

namespace rotascope {

std::optional<FlowFollowers> flowFollowers(const MarketView& view, const Symbol& symbol,
                                           std::span<const FlowWeek> weeks, FlowMeasure measure,
                                           const Symbol& against);

/// Positions of those weeks whose figure is among the largest `share` of all up to and including its own,
/// once there are `warmUp` of them: what could be known then.
std::vector<std::size_t> topWeeks(std::span<const FlowWeek> weeks, FlowMeasure measure, double share,
                                  std::size_t warmUp);

} // namespace rotascope
