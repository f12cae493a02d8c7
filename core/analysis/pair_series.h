// The two legs of a pair on the sessions they share.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace rotascope {

/// Closes of both legs on their common sessions (inner join), dates ascending.
struct PairSeries {
    std::vector<Date> dates;
    std::vector<double> small;
    std::vector<double> large;
    std::size_t droppedSmall =
        0; ///< sessions of the small leg, inside the shared range, that the large leg lacks
    std::size_t droppedLarge = 0; ///< and the other way round

    std::size_t size() const { return dates.size(); }
};

/// The two on the sessions they share; empty where they share none.
PairSeries commonSessions(const SeriesView& small, const SeriesView& large);

/// Refuses an unknown symbol, a leg without closes, an as-of date before the first session of either leg
/// (naming the range there is), legs without a common session, and a pair of a series with itself.
Result<PairSeries> alignPair(const MarketView& view, std::string_view small, std::string_view large);

/// Three ways to look at one pair; never the same number, so each is named where it is shown.
/// Ratio S/L rebased to 100 at `start`, one value per session of the pair.
std::vector<double> ratioRebased(const PairSeries& pair, std::size_t start);
/// Relative performance S% − L% since `start` (long 1, short 1, never rebalanced), in percentage points.
std::vector<double> relativePerformance(const PairSeries& pair, std::size_t start);
/// Difference S − L, for yields and spreads.
std::vector<double> levelSpread(const PairSeries& pair);

} // namespace rotascope
