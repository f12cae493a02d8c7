// A leveraged fund against what its index owes it, over time.
#pragma once

#include "core/analysis/leverage/leverage.h"
#include "core/figure/figure.h"
#include "core/market/market.h"

#include <vector>

namespace rotascope {

/// Since the stretch's base: the fund, exact daily reset, naive multiple and the index, in percent; below,
/// how far compounding moved a holder of `horizon` sessions, over all history. `index` and `fund`: their
/// closes as the analysis saw them.
Figure leverageFigure(const Leverage& leverage, const SeriesView& index, const SeriesView& fund,
                      const std::vector<Date>& sessions, std::size_t horizon);

} // namespace rotascope
