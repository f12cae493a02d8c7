// How the pair's divergence goes with the 10-year yield: a slope with its interval, and weeks by size of
// move.
#pragma once

#include "core/analysis/event_inference.h"
#include "core/analysis/pair_series.h"
#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <cstddef>
#include <vector>

namespace rotascope {

constexpr std::size_t kYieldLinkWindow = 252;

/// Slope of daily spread returns (small − large) on daily changes of a yield, over the last 252 days that all
/// three have. Columns as long as `dates`, fractions for each basis point; NaN before the window is full.
struct YieldSensitivity {
    std::vector<Date> dates;
    std::vector<double> slope;
    std::vector<double> low; ///< 95 % by Student's t, ordinary least squares
    std::vector<double> high;
    std::vector<double> correlation;
};
YieldSensitivity yieldSensitivity(const PairSeries& pair, const SeriesView& yield);

/// ★ Edges between the buckets of a week's change, basis points.
constexpr std::array<double, 4> kYieldBucketEdges{-15, -5, 5, 15};

/// The weeks whose change of the yield lies from `fromBp` (included) to below `toBp`; the outer ones are
/// open.
struct YieldBucket {
    double fromBp = 0;
    double toBp = 0;
    std::size_t n = 0; ///< weeks
    double small = 0;  ///< mean returns of the same weeks, fractions; NaN without weeks
    double large = 0;
    double spread = 0;
    double ahead = 0;       ///< share of the weeks in which the small leg led
    Interval aheadInterval; ///< Wilson, 95 %
};

/// Weeks from Saturday to Friday that have both, each measured from the last observation of the week before;
/// they do not overlap.
std::array<YieldBucket, kYieldBucketEdges.size() + 1> yieldBuckets(const PairSeries& pair,
                                                                   const SeriesView& yield);

} // namespace rotascope
