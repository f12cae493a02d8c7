// The same weeks of other years: how a year-end move went on, and what this window did before.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/base/date.h"
#include "core/indicators/drawdown.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace rotascope {

/// From the last session of November to the last of March: what the pair made in December and after it.
struct YearEndPath {
    int year = 0;        ///< of the December
    DateRange range;     ///< base in November, last session shown
    double december = 0; ///< small − large over December, fraction
    std::optional<double>
        firstQuarter; ///< small − large from the year's end to the end of March; empty while running
    std::vector<double> path; ///< small − large since the base on each session, 0 first

    /// Ahead in December and behind from there to the end of March.
    bool reversed() const { return december > 0 && firstQuarter && *firstQuarter < 0; }
};

struct YearEndStudy {
    std::vector<YearEndPath> years;
    std::size_t rallies = 0;  ///< small ahead in December, first quarter complete
    std::size_t reversed = 0; ///< of these, behind by the end of March
};

/// Every December that has a base in November and is over.
YearEndStudy yearEndStudy(const PairSeries& pair);

/// The `sessions` up to a day and month in one year.
struct SameWindow {
    int year = 0;
    DateRange range; ///< base and last session
    double small = 0;
    double large = 0;

    double spread() const { return small - large; }
};

/// For every year before the one of the pair's last session: the `sessions` that end on the last session on
/// or before the same day and month (29 February: the 28th), at most 10 days before it.
std::vector<SameWindow> sameWindows(const PairSeries& pair, std::size_t sessions);

/// Returns of both legs over many sessions, each year's compounded (fraction a year); NaN before there are so
/// many. 756 and 1,260 sessions are three and five years.
struct LongReturns {
    std::vector<double> small;
    std::vector<double> large;
    std::vector<double> relative; ///< small − large, a year
};
LongReturns longReturns(const PairSeries& pair, std::size_t sessions);

/// The ratio's falls from its highs: how long the small leg has been behind.
struct RatioDrawdowns {
    std::vector<double> depths; ///< column, as long as the pair
    std::optional<Drawdown> deepest;
    std::optional<Drawdown> longest;
    std::optional<Drawdown> current; ///< under way on the last session
};
RatioDrawdowns ratioDrawdowns(const PairSeries& pair);

} // namespace rotascope
