#include "core/analysis/yields/yield_link.h"

#include "core/analysis/flows/flow_weeks.h"
#include "core/analysis/yields/yield_weeks.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// The pair and the yield on the days that all three have.
struct Joined {
    std::vector<Date> dates;
    std::vector<double> small;
    std::vector<double> large;
    std::vector<double> yield;
};

Joined joined(const PairSeries& pair, const SeriesView& yield) {
    Joined out;
    for (std::size_t i = 0, j = 0; i < pair.size() && j < yield.size();) {
        if (pair.dates[i] == yield.dates[j]) {
            out.dates.push_back(pair.dates[i]);
            out.small.push_back(pair.small[i]);
            out.large.push_back(pair.large[i]);
            out.yield.push_back(yield.values[j]);
            ++i;
            ++j;
        } else if (pair.dates[i] < yield.dates[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return out;
}

/// Only the last day of each week.
Joined byWeek(const Joined& daily) {
    Joined out;
    for (std::size_t i = 0; i < daily.dates.size(); ++i) {
        const Date end = weekEndOn(daily.dates[i], std::chrono::Friday);
        if (i + 1 < daily.dates.size() && weekEndOn(daily.dates[i + 1], std::chrono::Friday) == end)
            continue;
        out.dates.push_back(end);
        out.small.push_back(daily.small[i]);
        out.large.push_back(daily.large[i]);
        out.yield.push_back(daily.yield[i]);
    }
    return out;
}

std::size_t bucketOf(double changeBp) {
    std::size_t bucket = 0;
    for (const double edge : kYieldBucketEdges)
        bucket += changeBp >= edge ? 1 : 0;
    return bucket;
}

/// Half the interval of a slope: t · |β| · √((1 / r² − 1) / (n − 2)), from the correlation r.
double halfInterval(double slope, double correlation, std::size_t n) {
    const auto freedom = static_cast<double>(n - 2);
    static const double kT =
        boost::math::quantile(boost::math::students_t(static_cast<double>(kYieldLinkWindow - 2)), 0.975);
    const double square = correlation * correlation;
    return square > 0 ? kT * std::abs(slope) * std::sqrt((1 / square - 1) / freedom) : kNaN;
}

std::array<YieldBucket, kYieldBucketEdges.size() + 1> emptyBuckets() {
    std::array<YieldBucket, kYieldBucketEdges.size() + 1> out;
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    out.front().fromBp = -kOpen;
    out.back().toBp = kOpen;
    for (std::size_t i = 0; i < kYieldBucketEdges.size(); ++i)
        out[i].toBp = out[i + 1].fromBp = kYieldBucketEdges[i];
    return out;
}

void finish(YieldBucket& bucket) {
    const auto n = static_cast<double>(bucket.n);
    const auto hits = static_cast<std::size_t>(bucket.ahead);
    bucket.small = bucket.n == 0 ? kNaN : bucket.small / n;
    bucket.large = bucket.n == 0 ? kNaN : bucket.large / n;
    bucket.spread = bucket.small - bucket.large;
    bucket.ahead = bucket.n == 0 ? kNaN : bucket.ahead / n;
    bucket.aheadInterval = wilson(hits, bucket.n);
}

} // namespace

YieldSensitivity yieldSensitivity(const PairSeries& pair, const SeriesView& yield) {
    Joined days = joined(pair, yield);
    std::vector<double> spread = simpleReturns(days.small, 1);
    const std::vector<double> large = simpleReturns(days.large, 1);
    std::vector<double> change(days.dates.size(), kNaN);
    for (std::size_t i = 0; i < spread.size(); ++i)
        spread[i] -= large[i];
    for (std::size_t i = 1; i < change.size(); ++i)
        change[i] = basisPoints(days.yield[i - 1], days.yield[i]);
    Regression fit = rollingRegression(spread, change, kYieldLinkWindow);
    YieldSensitivity out{std::move(days.dates), std::move(fit.beta), {}, {}, std::move(fit.correlation)};
    for (std::size_t i = 0; i < out.slope.size(); ++i) {
        const double half = halfInterval(out.slope[i], out.correlation[i], kYieldLinkWindow);
        out.low.push_back(out.slope[i] - half);
        out.high.push_back(out.slope[i] + half);
    }
    return out;
}

std::array<YieldBucket, kYieldBucketEdges.size() + 1> yieldBuckets(const PairSeries& pair,
                                                                   const SeriesView& yield) {
    const Joined weeks = byWeek(joined(pair, yield));
    auto out = emptyBuckets();
    for (std::size_t i = 1; i < weeks.dates.size(); ++i) {
        const double small = simpleReturn(weeks.small[i - 1], weeks.small[i]);
        const double large = simpleReturn(weeks.large[i - 1], weeks.large[i]);
        const bool inARow = weeks.dates[i] - weeks.dates[i - 1] == std::chrono::days{7};
        if (!inARow || std::isnan(small) || std::isnan(large))
            continue;
        YieldBucket& bucket = out[bucketOf(basisPoints(weeks.yield[i - 1], weeks.yield[i]))];
        ++bucket.n;
        bucket.small += small;
        bucket.large += large;
        bucket.ahead += small > large ? 1 : 0;
    }
    for (YieldBucket& bucket : out)
        finish(bucket);
    return out;
}

} // namespace rotascope
