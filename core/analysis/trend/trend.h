// Trend states: every instrument's close against its averages, and what goes with it.
#pragma once

#include "core/analysis/trend/average_state.h"
#include "core/analysis/trend/milestones.h"
#include "core/analysis/trend/odd_move.h"
#include "core/analysis/trend/price_basis.h"
#include "core/analysis/trend/volume_since.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct TrendParams {
    std::vector<Symbol> symbols; ///< these alone; empty: every instrument with daily closes
    PriceChoice prices = PriceChoice::Close;
};

/// ★ Returns shown beside the states, in sessions.
constexpr std::array<std::size_t, 5> kTrendMoves{5, 21, 63, 126, 252};
constexpr std::size_t kShortMove = 0; ///< 5 and 126 sessions, whose signs are compared
constexpr std::size_t kLongMove = 3;
static_assert(kTrendMoves[kShortMove] == 5 && kTrendMoves[kLongMove] == 126);

constexpr std::size_t kTrendRsi = 14;

/// An instrument on its own last session. Numbers are NaN where its history is too short.
struct TrendRow {
    Instrument instrument;
    PriceBasis basis = PriceBasis::Price;
    DateRange range; ///< of its closes, as far as the view shows them
    std::size_t sessions = 0;
    double close = 0;
    AverageReadings averages;
    AverageCross cross;
    double rsi = 0;
    Breakouts breakouts;
    Milestones milestones;
    VolumeSince volume;
    std::array<double, kTrendMoves.size()> moves{}; ///< fractions, in the order of kTrendMoves
    double yearToDate = 0;
    std::array<std::optional<Date>, kTrendMoves.size()> moveBases{}; ///< that the moves are measured from
    std::optional<Date> yearBase;
    std::optional<OddMove> oddMove; ///< makes the figures above doubtful

    const Symbol& symbol() const { return instrument.symbol; }
    Date asOf() const { return range.last; }
    /// A week against half a year: the signs of the returns over 5 and 126 sessions differ.
    bool signsDiffer() const { return moves[kShortMove] * moves[kLongMove] < 0; }
    /// Every sentence about what is missing: warm-ups, refusals, volume.
    std::vector<std::string> notes() const;
};

struct TrendStates {
    TrendParams params;
    Date asOf = Date::min();     ///< the latest session of any row
    std::vector<TrendRow> rows;  ///< as named, else by symbol
    std::vector<Symbol> notYet;  ///< instruments that begin after the as-of date
    std::vector<Symbol> without; ///< with the wish for adjusted closes: instruments that have none

    const TrendRow* row(std::string_view symbol) const;
};

/// One instrument. Refuses what pricedCloses refuses.
Result<TrendRow> trendRow(const MarketView& view, std::string_view symbol, PriceChoice prices);

/// Refuses a named instrument that trendRow refuses; without names a desk that has no daily closes
/// ("no_data"), or none by the as-of date ("before_data").
Result<TrendStates> analyseTrend(const MarketView& view, const TrendParams& params);

} // namespace rotascope
