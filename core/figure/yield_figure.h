// Yields, the curve, and how the pair's divergence goes with the 10-year yield.
#pragma once

#include "core/analysis/yields/yield_study.h"
#include "core/figure/figure.h"
#include "core/market/market.h"

#include <vector>

namespace rotascope {

/// Panes as far as the desk has them: the plain yields of kYields, the difference 2s10s, the slope of the
/// spread on the 10-year yield with its interval. `market`: as the study saw it.
Figure yieldFigure(const YieldStudy& study, const MarketView& market, const std::vector<Date>& sessions);

} // namespace rotascope
