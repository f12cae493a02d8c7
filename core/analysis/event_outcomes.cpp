#include "core/analysis/event_outcomes.h"

#include "core/indicators/returns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// ★ The calendar's variant of each horizon.
struct CalendarSpan {
    std::size_t sessions;
    int days;
    int months;
};
constexpr std::array kCalendarSpans{CalendarSpan{5, 7, 0},   CalendarSpan{10, 14, 0},
                                    CalendarSpan{21, 0, 1},  CalendarSpan{63, 0, 3},
                                    CalendarSpan{126, 0, 6}, CalendarSpan{252, 0, 12}};

double meanOrNone(std::span<const double> values) {
    if (values.empty())
        return kNone;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

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

void addBaseline(OutcomeFigures& out, GroupMeans& means, const HorizonSample& sample,
                 const std::vector<double>& outcomes, const CompleteEvents& events) {
    GroupMeans hits;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        means.add(sample.groups[i], outcomes[i]);
        hits.add(sample.groups[i], outcomes[i] > 0 ? 1 : 0);
    }
    out.baselineMean = means.expectation(events.groups);
    out.baselineHit = hits.expectation(events.groups);
    out.baselineN = 0;
    for (std::uint8_t group = 0; group < kBaselineGroups; ++group)
        if (events.groups.empty() ||
            std::find(events.groups.begin(), events.groups.end(), group) != events.groups.end())
            out.baselineN += means.count(group);
}

/// What remains of each outcome when its group's mean is taken away, so that shifting and regression compare
/// like with like. A constant taken from all changes neither.
std::vector<double> withoutGroupMeans(const HorizonSample& sample, const std::vector<double>& outcomes,
                                      const GroupMeans& means) {
    std::vector<double> out(outcomes.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = outcomes[i] - means.mean(sample.groups[i]);
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

OutcomeFigures figuresOf(const HorizonSample& sample, const std::vector<double>& outcomes,
                         const CompleteEvents& events) {
    OutcomeFigures out;
    GroupMeans means;
    addBaseline(out, means, sample, outcomes, events);
    const std::vector<double> values = picked<double>(outcomes, events.indices);
    out.inference = overlapAdjusted(events.sessions, values, sample.horizon);
    if (events.size == SampleSize::ListOnly)
        return withoutFigures(out);
    addEventFigures(out, values);
    out.placebo = out.neweyWestT = kNone;
    if (events.size == SampleSize::Enough) {
        const std::vector<double> compared = withoutGroupMeans(sample, outcomes, means);
        out.placebo = shiftPlacebo(compared, events.indices);
        out.neweyWestT = neweyWestT(compared, events.indices, sample.horizon);
    }
    return out;
}

/// Mean over events of the extreme close within the horizon against entry, minus 1.
template <class Extreme>
double meanExcursion(const PairSeries& pair, const HorizonSample& sample, const CompleteEvents& events,
                     Extreme extreme) {
    std::vector<double> excursions;
    for (const std::size_t index : events.indices) {
        const std::size_t in = sample.sessions[index] + sample.lag;
        const auto first = pair.small.begin() + static_cast<std::ptrdiff_t>(in + 1);
        const auto last = pair.small.begin() + static_cast<std::ptrdiff_t>(sample.exits[index] + 1);
        excursions.push_back(simpleReturn(pair.small[in], *extreme(first, last)));
    }
    return events.size == SampleSize::ListOnly ? kNone : meanOrNone(excursions);
}

} // namespace

SampleSize sampleSizeOf(std::size_t events, double nEffective) {
    if (events < kLeastEvents || !(nEffective > 2))
        return SampleSize::ListOnly;
    return events < kSmallSample ? SampleSize::Small : SampleSize::Enough;
}

std::optional<std::size_t> exitOf(const PairSeries& pair, std::size_t entry, std::size_t horizon,
                                  bool calendar) {
    if (entry >= pair.size())
        return std::nullopt;
    const auto span = std::find_if(kCalendarSpans.begin(), kCalendarSpans.end(),
                                   [&](const CalendarSpan& row) { return row.sessions == horizon; });
    if (!calendar || span == kCalendarSpans.end())
        return entry + horizon < pair.size() ? std::optional(entry + horizon) : std::nullopt;
    const Date end = addMonths(pair.dates[entry], span->months) + std::chrono::days{span->days};
    if (end > pair.dates.back())
        return std::nullopt;
    const auto after = std::upper_bound(pair.dates.begin(), pair.dates.end(), end);
    const auto exit = static_cast<std::size_t>(after - pair.dates.begin()) - 1;
    return exit > entry ? std::optional(exit) : std::nullopt;
}

HorizonSample horizonSample(const PairSeries& pair, std::span<const std::size_t> eligible,
                            std::span<const std::uint8_t> groups, const OutcomeOptions& options,
                            std::size_t horizon) {
    HorizonSample sample;
    sample.horizon = horizon;
    sample.lag = entryLag(options.entry);
    for (const std::size_t session : eligible) {
        const std::size_t in = session + sample.lag;
        const auto out = exitOf(pair, in, horizon, options.calendar);
        if (!out)
            continue;
        const double small = simpleReturn(pair.small[in], pair.small[*out]);
        const double large = simpleReturn(pair.large[in], pair.large[*out]);
        if (std::isnan(small) || std::isnan(large))
            continue;
        sample.sessions.push_back(session);
        sample.exits.push_back(*out);
        sample.small.push_back(small);
        sample.large.push_back(large);
        sample.relative.push_back(small - large);
        sample.groups.push_back(groups[session]);
    }
    return sample;
}

std::vector<std::size_t> indicesOf(const HorizonSample& sample, std::span<const std::size_t> events) {
    std::vector<std::size_t> out;
    auto at = sample.sessions.begin();
    for (const std::size_t event : events) {
        at = std::lower_bound(at, sample.sessions.end(), event);
        if (at != sample.sessions.end() && *at == event)
            out.push_back(static_cast<std::size_t>(at - sample.sessions.begin()));
    }
    return out;
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
