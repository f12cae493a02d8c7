#include "core/analysis/event_inference.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kNormal975 = 1.959963984540054;

double meanOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// W of the definition: how many outcomes' worth of sessions the windows share.
double overlapWeight(std::span<const std::size_t> positions, std::size_t horizon) {
    const double h = static_cast<double>(horizon);
    double weight = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        weight += 1;
        for (std::size_t j = i; j-- > 0 && positions[i] - positions[j] < horizon;)
            weight += 2 * (1 - static_cast<double>(positions[i] - positions[j]) / h);
    }
    return weight;
}

} // namespace

OverlapAdjusted overlapAdjusted(std::span<const std::size_t> positions, std::span<const double> outcomes,
                                std::size_t horizon) {
    assert(positions.size() == outcomes.size() && horizon >= 1);
    OverlapAdjusted out{outcomes.size(), kNone, kNone, kNone, kNone, kNone, kNone, kNone};
    if (outcomes.empty())
        return out;
    const double n = static_cast<double>(outcomes.size());
    const double weight = overlapWeight(positions, horizon);
    out.nEffective = n * n / weight;
    out.mean = meanOf(outcomes);
    double squares = 0;
    for (const double x : outcomes)
        squares += (x - out.mean) * (x - out.mean);
    if (outcomes.size() < 2)
        return out;
    out.sd = std::sqrt(squares / (n - 1));
    if (out.nEffective <= 1 || n - weight / n <= 0)
        return out;
    out.standardError = std::sqrt(squares / (n - weight / n) / out.nEffective);
    const boost::math::students_t distribution(out.nEffective - 1);
    const double t975 = boost::math::quantile(distribution, 0.975);
    const double t80 = boost::math::quantile(distribution, 0.80);
    out.low = out.mean - t975 * out.standardError;
    out.high = out.mean + t975 * out.standardError;
    out.detectable = (t975 + t80) * out.standardError;
    return out;
}

double shiftPlacebo(std::span<const double> eligible, std::span<const std::size_t> events) {
    if (eligible.empty() || events.empty())
        return kNone;
    const std::size_t sessions = eligible.size();
    // One event at a time, so that the inner loop runs over contiguous memory.
    std::vector<double> sums(sessions, 0.0);
    for (const std::size_t event : events) {
        const std::size_t before = sessions - event;
        for (std::size_t shift = 0; shift < before; ++shift)
            sums[shift] += eligible[event + shift];
        for (std::size_t shift = before; shift < sessions; ++shift)
            sums[shift] += eligible[shift - before];
    }
    const double n = static_cast<double>(events.size());
    const double baseline = meanOf(eligible);
    const double observed = std::abs(sums[0] / n - baseline) - 1e-12;
    const auto asFar = std::count_if(sums.begin(), sums.end(),
                                     [&](double sum) { return std::abs(sum / n - baseline) >= observed; });
    return static_cast<double>(asFar) / static_cast<double>(sessions);
}

Interval wilson(std::size_t hits, std::size_t n) {
    if (n == 0)
        return {kNone, kNone};
    const double count = static_cast<double>(n);
    const double share = static_cast<double>(hits) / count;
    const double z2 = kNormal975 * kNormal975;
    const double centre = (share + z2 / (2 * count)) / (1 + z2 / count);
    const double half =
        kNormal975 / (1 + z2 / count) * std::sqrt(share * (1 - share) / count + z2 / (4 * count * count));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

double medianOf(std::span<const double> sorted) {
    if (sorted.empty())
        return kNone;
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
}

Interval medianInterval(std::span<const double> sorted) {
    const std::size_t n = sorted.size();
    if (n < 6)
        return {kNone, kNone};
    const boost::math::binomial distribution(static_cast<double>(n), 0.5);
    std::size_t below = 0; // the largest count k with P(X ≤ k − 1) ≤ 2.5 %
    while (boost::math::cdf(distribution, static_cast<double>(below)) <= 0.025)
        ++below;
    return {sorted[below - 1], sorted[n - below]};
}

} // namespace rotascope
