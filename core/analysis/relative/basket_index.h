// A basket as one series: equal weights, set anew every day.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/analysis/pair_series.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <string>
#include <vector>

namespace rotascope {

/// Level 100 on its first session; each day it moves by the mean return of the members that have a close on
/// that session and on the one before. Sessions: those on which at least half of the members that have begun
/// and not ended have a close. A member enters when its closes begin.
struct BasketIndex {
    std::string name;
    std::vector<Date> dates;
    std::vector<double> levels;
    std::vector<std::size_t> members; ///< in each session's mean; 0 on the first
    std::vector<Symbol> missing;      ///< without closes by the as-of date

    SeriesView view() const { return {dates, levels}; }
};

/// Refuses a basket none of whose members has closes ("no_data", "before_data").
Result<BasketIndex> basketIndex(const MarketView& view, const Basket& basket);

/// One group against another.
struct GroupRatio {
    BasketIndex first;
    BasketIndex second;
    PairSeries pair;           ///< levels on their common sessions
    std::vector<double> ratio; ///< first / second, 100 on the first common session
};

/// Refuses what basketIndex refuses, and groups without a common session.
Result<GroupRatio> groupRatio(const MarketView& view, const Basket& first, const Basket& second);

/// How the first group moved against the second over the last sessions; NaN where the history is too short.
struct GroupMove {
    double returnFirst = 0; ///< fractions
    double returnSecond = 0;
    double spread = 0;
    double z = 0;           ///< expanding σ
    double percentile = 0;  ///< of the spread among its own, 0 to 1
    std::size_t moves = 0;  ///< so many spreads
    double drawdown = 0;    ///< of the ratio from its highest, fraction ≤ 0
    std::size_t highAt = 0; ///< where it stood highest, the latest of equal ones
};
GroupMove groupMove(const GroupRatio& groups, int days);

} // namespace rotascope
