#include "core/analysis/event_inference.h"

#include "core/indicators/sums.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// With hardly a degree of freedom the quantile outgrows a double; that is "no interval", not an exception.
/// In long double it would take six times as long for the same fifteen digits.
namespace policies = boost::math::policies;
using QuietPolicy =
    policies::policy<policies::overflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>, policies::promote_double<false>>;

constexpr double kNormal975 = 1.959963984540054;

double studentT(double degreesOfFreedom, double probability) {
    const boost::math::students_t_distribution<double, QuietPolicy> distribution(degreesOfFreedom);
    return boost::math::quantile(distribution, probability);
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

/// Σ over lags below `horizon` of (1 − |lag| / horizon) · autocovariance, not divided by n. Equal to the mean
/// square of the sums over all windows of that length, which costs one pass. `score` has `horizon` zeros
/// before its values and as many behind them.
double bartlettSum(std::span<const double> score, std::size_t horizon) {
    double window = 0;
    double squares = 0;
    for (std::size_t end = horizon; end < score.size(); ++end) {
        window += score[end] - score[end - horizon];
        squares += window * window;
    }
    return squares / static_cast<double>(horizon);
}

/// The largest count k of ranks with P(X ≤ k − 1) ≤ 2.5 % for X binomial(n, ½). Weights are taken relative to
/// the middle one: none of them falls out of the range of a double before it stops to matter.
std::size_t ranksBelow(std::size_t n) {
    std::vector<double> weights(n + 1);
    weights[n / 2] = 1;
    for (std::size_t k = n / 2; k > 0; --k)
        weights[k - 1] = weights[k] * static_cast<double>(k) / static_cast<double>(n - k + 1);
    for (std::size_t k = 0; k <= n / 2; ++k)
        weights[n - k] = weights[k];
    const double limit = 0.025 * sumOf(weights);
    std::size_t ranks = 0;
    for (double below = weights[0]; below <= limit; below += weights[ranks])
        ++ranks;
    return ranks;
}

} // namespace

OverlapAdjusted overlapInterval(std::span<const std::size_t> positions, std::span<const double> outcomes,
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
    const double reach = studentT(out.nEffective - 1, 0.975) * out.standardError;
    if (!std::isfinite(reach))
        return out;
    out.low = out.mean - reach;
    out.high = out.mean + reach;
    return out;
}

OverlapAdjusted overlapAdjusted(std::span<const std::size_t> positions, std::span<const double> outcomes,
                                std::size_t horizon) {
    OverlapAdjusted out = overlapInterval(positions, outcomes, horizon);
    if (std::isfinite(out.high))
        out.detectable = out.high - out.mean + studentT(out.nEffective - 1, 0.80) * out.standardError;
    return out;
}

double effectiveNumber(std::span<const std::size_t> positions, std::size_t horizon) {
    const double n = static_cast<double>(positions.size());
    return positions.empty() ? kNone : n * n / overlapWeight(positions, horizon);
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
    const double elsewhere = (sumOf(eligible) - atEvents) / (sessions - n);
    const double slope = atEvents / n - elsewhere;
    // Score of the dummy, the constant partialled out.
    std::vector<double> score(eligible.size() + 2 * horizon);
    for (std::size_t i = 0; i < eligible.size(); ++i)
        score[horizon + i] = (eligible[i] - elsewhere) * (-n / sessions);
    for (const std::size_t event : events)
        score[horizon + event] = (eligible[event] - elsewhere - slope) * (1 - n / sessions);
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
    const std::size_t below = ranksBelow(n);
    return {sorted[below - 1], sorted[n - below]};
}

} // namespace rotascope
