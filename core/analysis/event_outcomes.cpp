#include "core/analysis/event_outcomes.h"

#include "core/indicators/returns.h"
#include "core/indicators/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

template <class T>
std::vector<T> picked(std::span<const T> values, std::span<const std::size_t> indices) {
    std::vector<T> out;
    out.reserve(indices.size());
    for (const std::size_t index : indices)
        out.push_back(values[index]);
    return out;
}

/// The events of one horizon: where they stand in the sample, in which group, and whether figures may be
/// made.
struct CompleteEvents {
    std::vector<std::size_t> indices;
    std::vector<std::size_t> sessions;
    std::vector<std::uint8_t> groups;
    SampleSize size = SampleSize::Enough;
};

CompleteEvents completeEvents(const HorizonSample& sample, std::span<const std::size_t> events) {
    CompleteEvents out;
    out.indices = indicesOf(sample, events);
    out.sessions = picked<std::size_t>(sample.sessions, out.indices);
    out.groups = picked<std::uint8_t>(sample.groups, out.indices);
    out.size = sampleSizeOf(out.sessions.size(), effectiveNumber(out.sessions, sample.horizon));
    return out;
}

void addEventFigures(OutcomeFigures& out, std::vector<double> values) {
    const auto hits = std::count_if(values.begin(), values.end(), [](double x) { return x > 0; });
    out.hit = static_cast<double>(hits) / static_cast<double>(values.size());
    out.hitInterval = wilson(static_cast<std::size_t>(hits), values.size());
    std::sort(values.begin(), values.end());
    out.median = medianOf(values);
    out.medianInterval = medianInterval(values);
    out.minimum = values.front();
    out.maximum = values.back();
}

/// An n too small for figures keeps its n and its baseline.
OutcomeFigures withoutFigures(const OutcomeFigures& from) {
    OutcomeFigures out;
    out.inference = {from.inference.n, from.inference.nEffective, kNone, kNone, kNone, kNone, kNone, kNone};
    out.median = out.minimum = out.maximum = out.hit = out.placebo = out.neweyWestT = kNone;
    out.medianInterval = out.hitInterval = {kNone, kNone};
    out.baselineMean = from.baselineMean;
    out.baselineHit = from.baselineHit;
    out.baselineN = from.baselineN;
    return out;
}

OutcomeFigures figuresOf(const HorizonSample& sample, const LegOutcomes& leg, const CompleteEvents& events) {
    OutcomeFigures out;
    out.baselineMean = leg.means.expectation(events.groups);
    out.baselineHit = leg.hits.expectation(events.groups);
    out.baselineN = leg.means.count(events.groups);
    const std::vector<double> values = picked<double>(leg.values, events.indices);
    out.inference = overlapAdjusted(events.sessions, values, sample.horizon);
    if (events.size == SampleSize::ListOnly)
        return withoutFigures(out);
    addEventFigures(out, values);
    out.placebo = out.neweyWestT = kNone;
    if (events.size == SampleSize::Enough) {
        out.placebo = leg.placebo.p(events.indices);
        out.neweyWestT = neweyWestT(leg.placebo.outcomes(), events.indices, sample.horizon);
    }
    return out;
}

/// Mean over events of the extreme close within the horizon against entry, minus 1.
template <class Extreme>
double meanExcursion(const PairSeries& pair, const HorizonSample& sample, const CompleteEvents& events,
                     Extreme extreme) {
    std::vector<double> excursions;
    for (const std::size_t index : events.indices) {
        const std::size_t in = sample.sessions[index] + entryLag(sample.options.entry);
        const std::size_t out = *exitOf(pair, in, sample.horizon, sample.options.calendar);
        const auto first = pair.small.begin() + static_cast<std::ptrdiff_t>(in + 1);
        const auto last = pair.small.begin() + static_cast<std::ptrdiff_t>(out + 1);
        excursions.push_back(simpleReturn(pair.small[in], *extreme(first, last)));
    }
    return events.size == SampleSize::ListOnly ? kNone : meanOf(excursions);
}

} // namespace

SampleSize sampleSizeOf(std::size_t events, double nEffective) {
    if (events < kLeastEvents || !(nEffective > 2))
        return SampleSize::ListOnly;
    return events < kSmallSample ? SampleSize::Small : SampleSize::Enough;
}

HorizonOutcomes outcomesOf(const PairSeries& pair, const HorizonSample& sample,
                           std::span<const std::size_t> events, LargeCaps largeCaps) {
    const CompleteEvents complete = completeEvents(sample, events);
    HorizonOutcomes out;
    out.horizon = sample.horizon;
    out.incomplete = events.size() - complete.indices.size();
    out.size = complete.size;
    out.small = figuresOf(sample, sample.small, complete);
    out.relative = figuresOf(sample, sample.relative, complete);
    if (largeCaps == LargeCaps::Yes)
        out.large = figuresOf(sample, sample.large, complete);
    const auto least = [](auto first, auto last) { return std::min_element(first, last); };
    const auto greatest = [](auto first, auto last) { return std::max_element(first, last); };
    out.mae = meanExcursion(pair, sample, complete, least);
    out.mfe = meanExcursion(pair, sample, complete, greatest);
    return out;
}

std::vector<HorizonOutcomes> studyOutcomes(const PairSeries& pair, std::span<const std::size_t> eligible,
                                           std::span<const std::size_t> events, const OutcomeOptions& options,
                                           std::span<const std::size_t> horizons) {
    const std::vector<std::uint8_t> groups = baselineGroups(pair, eligible, options.baseline);
    std::vector<HorizonOutcomes> out;
    for (const std::size_t horizon : horizons)
        out.push_back(outcomesOf(pair, horizonSample(pair, eligible, groups, options, horizon), events));
    return out;
}

} // namespace rotascope
