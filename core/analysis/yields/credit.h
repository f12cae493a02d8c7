// Credit spreads: where they stand and how they moved.
#pragma once

#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <string_view>
#include <vector>

namespace rotascope {

/// ★ Observations over which a spread's change is shown.
constexpr std::array<std::size_t, 3> kCreditMoves{5, 21, 63};

/// One credit spread, on its own calendar.
struct CreditRow {
    Instrument instrument;
    Date observed;
    double value = 0;                                ///< percent
    std::array<double, kCreditMoves.size()> moves{}; ///< basis points; NaN where the history is too short
    double percentile = 0;                           ///< share of its history at or below it, 0 to 1
    std::size_t sessionsOld = 0;                     ///< bond sessions since, up to the as-of date
};

/// Every instrument of the view of the kind credit spread that has observations, by symbol. Without an as-of
/// date the age counts to the latest observation of them all, or to `today` where that is later.
std::vector<CreditRow> creditSpreads(const MarketView& view, Date today = Date::min());

} // namespace rotascope
