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
/// With hardly a degree of freedom the quantile outgrows a double; that is "no interval", not an exception.
namespace policies = boost::math::policies;
using QuietPolicy = policies::policy<policies::overflow_error<policies::ignore_error>,
                                     policies::evaluation_error<policies::ignore_error>>;

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

/// Sum of the outcomes under every circular shift of the pattern.
std::vector<double> shiftedSums(std::span<const double> eligible, std::span<const std::size_t> events) {
    // The outcomes twice over, so that no shift wraps; block by block, so that the sums stay in the nearest
    // cache.
    constexpr std::size_t kBlock = 1024;
    const std::size_t sessions = eligible.size();
    std::vector<double> twice(eligible.begin(), eligible.end());
    twice.insert(twice.end(), eligible.begin(), eligible.end());
    std::vector<double> sums(sessions, 0.0);
    for (std::size_t first = 0; first < sessions; first += kBlock) {
        const std::size_t count = std::min(kBlock, sessions - first);
        double* const into = sums.data() + first;
        std::size_t e = 0;
        for (; e + 1 < events.size(); e += 2) {
            const double* const one = twice.data() + events[e] + first;
            const double* const two = twice.data() + events[e + 1] + first;
            for (std::size_t k = 0; k < count; ++k)
                into[k] += one[k] + two[k];
        }
        if (e < events.size()) {
            const double* const last = twice.data() + events[e] + first;
            for (std::size_t k = 0; k < count; ++k)
                into[k] += last[k];
        }
    }
    return sums;
}

/// Σ over lags below `horizon` of (1 − |lag| / horizon) · autocovariance, not divided by n. Equal to the mean
/// square of the sums over all windows of that length, which costs one pass.
double bartlettSum(std::span<const double> score, std::size_t horizon) {
    double window = 0;
    double squares = 0;
    for (std::size_t end = 0; end < score.size() + horizon - 1; ++end) {
        window += end < score.size() ? score[end] : 0;
        squares += window * window;
        if (end + 1 >= horizon)
            window -= score[end + 1 - horizon];
    }
    return squares / static_cast<double>(horizon);
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
    const boost::math::students_t_distribution<double, QuietPolicy> distribution(out.nEffective - 1);
    const double t975 = boost::math::quantile(distribution, 0.975);
    const double t80 = boost::math::quantile(distribution, 0.80);
    if (!std::isfinite(t975 * out.standardError))
        return out;
    out.low = out.mean - t975 * out.standardError;
    out.high = out.mean + t975 * out.standardError;
    out.detectable = (t975 + t80) * out.standardError;
    return out;
}

double effectiveNumber(std::span<const std::size_t> positions, std::size_t horizon) {
    const double n = static_cast<double>(positions.size());
    return positions.empty() ? kNone : n * n / overlapWeight(positions, horizon);
}

double shiftPlacebo(std::span<const double> eligible, std::span<const std::size_t> events) {
    if (eligible.empty() || events.empty())
        return kNone;
    const std::vector<double> sums = shiftedSums(eligible, events);
    const double n = static_cast<double>(events.size());
    const double baseline = meanOf(eligible);
    const double observed = std::abs(sums[0] / n - baseline) - 1e-12;
    const auto asFar = std::count_if(sums.begin(), sums.end(),
                                     [&](double sum) { return std::abs(sum / n - baseline) >= observed; });
    return static_cast<double>(asFar) / static_cast<double>(eligible.size());
}

double neweyWestT(std::span<const double> eligible, std::span<const std::size_t> events,
                  std::size_t horizon) {
    if (eligible.empty() || events.empty() || events.size() == eligible.size())
        return kNone;
    const double sessions = static_cast<double>(eligible.size());
    const double n = static_cast<double>(events.size());
    double atEvents = 0;
    for (const std::size_t event : events)
        atEvents += eligible[event];
    const double elsewhere =
        (std::accumulate(eligible.begin(), eligible.end(), 0.0) - atEvents) / (sessions - n);
    const double slope = atEvents / n - elsewhere;
    // Score of the dummy, the constant partialled out.
    std::vector<double> score(eligible.size());
    for (std::size_t i = 0; i < eligible.size(); ++i)
        score[i] = (eligible[i] - elsewhere) * (-n / sessions);
    for (const std::size_t event : events)
        score[event] = (eligible[event] - elsewhere - slope) * (1 - n / sessions);
    const double spread = n * (1 - n / sessions); // Σ (dummy − its mean)²
    const double variance = bartlettSum(score, horizon) / (spread * spread);
    return variance > 0 ? slope / std::sqrt(variance) : kNone;
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
