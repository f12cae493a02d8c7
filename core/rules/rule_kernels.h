// Columns that rules need beside core/indicators: week-end returns, changes, streaks, ranks, ranges.
#pragma once

#include "core/rules/rule_functions.h"

#include <vector>

namespace rotascope {

/// Close of a week's last session over that of the week before (Saturday to Friday), minus 1; NaN elsewhere.
/// A week is over with its last NYSE session; where that has no close, with the first observation after it.
std::vector<double> weekEndReturns(const OwnColumns& own);

/// Value minus the value `length` observations before.
std::vector<double> changesOver(const OwnColumns& own, std::size_t length);

/// Observations in a row that rose (above 0) or fell (below 0); of flows: that were in or out.
std::vector<double> streaks(const OwnColumns& own);

/// Place among the last `length` observations, 1 the largest, equals sharing the better one; also among all
/// so far, or those of the observation's year. NaN among fewer than kFewestForRank.
std::vector<double> ranks(const OwnColumns& own, std::size_t length);

/// (high − low) / close before.
std::vector<double> dayRanges(const OwnColumns& own);

/// Value over the highest of the last `length` observations, its own included, minus 1; kAllObservations: of
/// all so far.
std::vector<double> fallsFromHigh(const OwnColumns& own, std::size_t length);

} // namespace rotascope
