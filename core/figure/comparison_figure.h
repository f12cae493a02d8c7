// Funds side by side over time.
#pragma once

#include "core/analysis/flows/fund_comparison.h"
#include "core/figure/figure.h"

namespace rotascope {

/// One line per fund of a rolling figure: correlation and beta over 63 sessions, return over 252, drawdown,
/// share of the basket's 13-week flows.
Figure comparisonFigure(const FundComparison& comparison, ComparedFigure figure);

} // namespace rotascope
