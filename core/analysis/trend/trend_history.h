// One instrument's way: its closes with everything that is drawn over and below them.
#pragma once

#include "core/analysis/trend/average_state.h"
#include "core/analysis/trend/milestones.h"
#include "core/analysis/trend/price_basis.h"
#include "core/base/result.h"
#include "core/indicators/drawdown.h"
#include "core/market/market.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

/// A session whose close stood above the closes of the `window` sessions before it, where the session before
/// did so of a shorter window or of none: where a breakout began. `window` is the longest of that session.
struct BreakoutMark {
    std::size_t at = 0; ///< position among the dates
    std::size_t window = 0;

    bool operator==(const BreakoutMark&) const = default;
};

/// Columns are as long as `dates` (the sessions with a close), NaN before their warm-up and where the bars
/// have no such number. The last value of each is the figure of the instrument's row.
struct TrendHistory {
    Instrument instrument;
    PriceBasis basis = PriceBasis::Price;
    std::vector<Date> dates;
    std::vector<double> closes;
    AverageColumns averages;
    std::vector<double> rsi;
    std::vector<double> drawdown; ///< fraction ≤ 0
    std::vector<double> high;     ///< of the closes' own bars; empty beside adjusted closes, which have none
    std::vector<double> low;
    std::vector<double> volume; ///< shares
    std::vector<double> obv;    ///< from the first bar on; only changes mean something
    std::vector<double> accumulation;
    std::vector<double> other;           ///< the closes that it is compared with; empty without
    std::vector<BreakoutMark> breakouts; ///< ascending
    std::optional<Drawdown> deepest;
    std::optional<Drawdown> longest;
};

/// Of any values, such as a ratio or a spread: what needs no bars. `dates` and `values` are equally long and
/// not empty.
TrendHistory seriesHistory(Instrument instrument, const SeriesView& values);

/// Adds the series that beta, correlation and capture compare with, on the history's dates.
void compareWith(TrendHistory& history, const SeriesView& other);

/// Refuses what pricedCloses refuses.
Result<TrendHistory> trendHistory(const MarketView& view, std::string_view symbol, PriceChoice prices);

} // namespace rotascope
