// Seasons of a pair in one result: months, years, streaks, year-ends, the same window of other years, long
// spans. May include core/base, core/market, core/indicators and core/analysis; a new part is one field here.
#pragma once

#include "core/analysis/seasons/calendar_returns.h"
#include "core/analysis/seasons/seasonal_paths.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace rotascope {

/// ★ Long spans: years and their sessions.
struct LongSpan {
    int years = 0;
    std::size_t sessions = 0;
};
constexpr std::array<LongSpan, 2> kLongSpans{{{3, 756}, {5, 1260}}};

/// First and last year of a claim.
struct YearRange {
    int first = 0;
    int last = 0;

    bool operator==(const YearRange&) const = default;
};

struct SeasonParams {
    Symbol small = "RUT";
    Symbol large = "SPX";
    std::size_t window = 63; ///< sessions of the same window, 1 to 252
    std::optional<YearRange> dominance;

    bool operator==(const SeasonParams&) const = default;
};

struct Seasons {
    SeasonParams params;
    PairSeries pair;
    Date asOf;
    std::vector<CalendarReturn> months;
    std::vector<CalendarReturn> years;
    std::vector<YearStreak> streaks;
    YearEndStudy yearEnds;
    std::optional<SameWindow> window; ///< the one that ends today; empty where the pair is shorter
    std::vector<SameWindow> earlier;  ///< the same of earlier years
    std::array<LongReturns, kLongSpans.size()> longReturns;
    RatioDrawdowns drawdowns;
    std::optional<DominanceClaim> claim;
};

/// Refuses what alignPair refuses; a window outside 1…252 ("bad_window") and a claim whose years run
/// backwards ("bad_years") are usage.
Result<Seasons> analyseSeasons(const MarketView& view, const SeasonParams& params);

} // namespace rotascope
