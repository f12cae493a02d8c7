// Treasury yields by week, each series on its own calendar.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// ★ A row of the weekly table. A difference is taken on the days that both have.
struct YieldInfo {
    std::string_view id;
    std::string_view label;
    std::string_view symbol;
    std::string_view less; ///< the series that is subtracted; empty for a plain yield
};
constexpr std::array<YieldInfo, 4> kYields{{
    {"10y", "10Y", "DGS10", ""},
    {"2y", "2Y", "DGS2", ""},
    {"2s10s", "2s10s", "DGS10", "DGS2"},
    {"real10y", "10Y real", "DFII10", ""},
}};

/// The last observation of a week, Saturday to Friday.
struct YieldWeek {
    Date end;         ///< the Friday
    Date observed;    ///< the series' own last day in it
    double value = 0; ///< percent
    /// Against the week before, basis points; NaN where that week has no observation.
    double changeBp = 0;
    /// Weeks in a row with a change of this sign, negative for falls; an unchanged week is 0 and ends a
    /// streak.
    int streak = 0;
};

struct YieldHistory {
    YieldInfo info{};
    std::string source; ///< "DGS10", "DGS10 − DGS2": another vendor's fixing differs by some basis points
    std::vector<YieldWeek> weeks;
    std::size_t sessionsOld = 0; ///< bond sessions after its last observation, up to the as-of date
    std::string missing;         ///< why there is none; empty where there is

    const YieldWeek* week(Date end) const;
};

struct YieldTable {
    Date asOf; ///< the date asked for, else the last observation of any, or `today` where that is later
    std::array<YieldHistory, kYields.size()> rows;
};

/// Refuses a desk with none of them ("no_data"), or none by the as-of date ("before_data").
/// `today`: a day that has passed, such as the pair's last session; ages count to it where no date is asked
/// for.
Result<YieldTable> analyseYields(const MarketView& view, Date today = Date::min());

/// (to − from) · 100 for percent, without the noise of binary fractions: 4.37 to 4.30 is −7.
double basisPoints(double from, double to);

/// Bond sessions after `last`, up to and including `asOf`.
std::size_t bondSessionsAfter(Date last, Date asOf);

} // namespace rotascope
