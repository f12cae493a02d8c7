#include "core/analysis/event_study.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Positions of one horizon whose outcome is complete, and where the events stand among them.
struct Sample {
    std::vector<std::size_t> eligible;   ///< session positions
    std::vector<std::size_t> events;     ///< session positions
    std::vector<std::size_t> eventIndex; ///< indices into eligible
    std::size_t incomplete = 0;
};

Sample completeSample(std::span<const std::size_t> eligible, std::span<const std::size_t> events,
                      std::size_t sessions, std::size_t reach) {
    Sample sample;
    for (const std::size_t position : eligible)
        if (position + reach < sessions)
            sample.eligible.push_back(position);
    std::size_t next = 0;
    for (const std::size_t event : events) {
        if (event + reach >= sessions) {
            ++sample.incomplete;
            continue;
        }
        while (next < sample.eligible.size() && sample.eligible[next] < event)
            ++next;
        if (next == sample.eligible.size() || sample.eligible[next] != event)
            continue;
        sample.events.push_back(event);
        sample.eventIndex.push_back(next);
    }
    return sample;
}

double shareAboveZero(std::span<const double> values) {
    if (values.empty())
        return kNone;
    const auto above = std::count_if(values.begin(), values.end(), [](double value) { return value > 0; });
    return static_cast<double>(above) / static_cast<double>(values.size());
}

double meanOrNone(std::span<const double> values) {
    if (values.empty())
        return kNone;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

OutcomeFigures figuresOf(const Sample& sample, const std::vector<double>& eligibleOutcomes,
                         std::size_t horizon) {
    std::vector<double> outcomes;
    for (const std::size_t index : sample.eventIndex)
        outcomes.push_back(eligibleOutcomes[index]);
    OutcomeFigures out;
    out.inference = overlapAdjusted(sample.events, outcomes, horizon);
    out.baselineMean = meanOrNone(eligibleOutcomes);
    out.baselineHit = shareAboveZero(eligibleOutcomes);
    out.baselineN = eligibleOutcomes.size();
    out.hit = shareAboveZero(outcomes);
    const auto hits = static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(), [](double x) { return x > 0; }));
    out.hitInterval = wilson(hits, outcomes.size());
    out.placebo = outcomes.size() < kSmallSample ? kNone : shiftPlacebo(eligibleOutcomes, sample.eventIndex);
    std::sort(outcomes.begin(), outcomes.end());
    out.median = medianOf(outcomes);
    out.medianInterval = medianInterval(outcomes);
    out.minimum = outcomes.empty() ? kNone : outcomes.front();
    out.maximum = outcomes.empty() ? kNone : outcomes.back();
    return out;
}

/// Mean over events of the extreme close within the horizon against entry, minus 1.
template <class Extreme>
double meanExcursion(std::span<const double> prices, std::span<const std::size_t> events, std::size_t lag,
                     std::size_t horizon, Extreme extreme) {
    std::vector<double> excursions;
    for (const std::size_t event : events) {
        const auto entry = prices.begin() + static_cast<std::ptrdiff_t>(event + lag);
        excursions.push_back(*extreme(entry + 1, entry + 1 + static_cast<std::ptrdiff_t>(horizon)) / *entry -
                             1);
    }
    return meanOrNone(excursions);
}

HorizonOutcomes outcomesOver(const PairSeries& pair, std::span<const std::size_t> eligible,
                             std::span<const std::size_t> events, std::size_t lag, std::size_t horizon) {
    const Sample sample = completeSample(eligible, events, pair.size(), lag + horizon);
    std::vector<double> small;
    std::vector<double> large;
    std::vector<double> relative;
    for (const std::size_t position : sample.eligible) {
        const std::size_t in = position + lag;
        small.push_back(pair.small[in + horizon] / pair.small[in] - 1);
        large.push_back(pair.large[in + horizon] / pair.large[in] - 1);
        relative.push_back(small.back() - large.back());
    }
    HorizonOutcomes out;
    out.horizon = horizon;
    out.incomplete = sample.incomplete;
    out.small = figuresOf(sample, small, horizon);
    out.large = figuresOf(sample, large, horizon);
    out.relative = figuresOf(sample, relative, horizon);
    const auto least = [](auto first, auto last) { return std::min_element(first, last); };
    const auto greatest = [](auto first, auto last) { return std::max_element(first, last); };
    out.mae = meanExcursion(pair.small, sample.events, lag, horizon, least);
    out.mfe = meanExcursion(pair.small, sample.events, lag, horizon, greatest);
    return out;
}

} // namespace

std::vector<HorizonOutcomes> studyOutcomes(const PairSeries& pair, std::span<const std::size_t> eligible,
                                           std::span<const std::size_t> events, EntryRule entry,
                                           std::span<const std::size_t> horizons) {
    const std::size_t lag = entry == EntryRule::NextClose ? 1 : 0;
    std::vector<HorizonOutcomes> out;
    for (const std::size_t horizon : horizons)
        out.push_back(outcomesOver(pair, eligible, events, lag, horizon));
    return out;
}

} // namespace rotascope
