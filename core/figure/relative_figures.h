// What a divergence is made of, and one group against another.
#pragma once

#include "core/analysis/relative/basket_index.h"
#include "core/analysis/relative/breadth_history.h"
#include "core/analysis/relative/chain.h"
#include "core/figure/figure.h"

#include <vector>

namespace rotascope {

/// A pane for the whole and one for each leg, each with the move of the chain's days as bars in points and
/// its z in the read-out.
Figure chainFigure(const DivergenceChain& chain, const std::vector<Date>& sessions);

/// The ratio of two groups with its SMA50 and SMA200, 100 on session `base`; below, the spread over `days`.
Figure groupFigure(const GroupRatio& groups, const std::vector<Date>& sessions, std::size_t base, int days);

/// Shares of the list above each average, in percent.
Figure breadthFigure(const BreadthHistory& breadth, const std::vector<Date>& sessions);

} // namespace rotascope
