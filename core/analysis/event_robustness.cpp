#include "core/analysis/event_robustness.h"

#include "core/base/text.h"
#include "core/indicators/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kYieldWindow = 63;             ///< observations of the yield's own calendar
constexpr auto kStalestYield = std::chrono::days{5}; ///< calendar days

/// The values of a knob, the one in force among them.
template <class T, std::size_t N>
std::vector<T> withInForce(const std::array<T, N>& usual, T inForce) {
    std::set<T> values(usual.begin(), usual.end());
    values.insert(inForce);
    return {values.begin(), values.end()};
}

HorizonSample sampleOf(const Divergence& d, const EventPattern& pattern, const EventStudyParams& params,
                       std::size_t horizon) {
    const auto groups = baselineGroups(d.pair, pattern.eligible, params.outcomes.baseline);
    return horizonSample(d.pair, pattern.eligible, groups, params.outcomes, horizon);
}

/// The figures of one pattern; the knobs are the caller's.
Combination combinationOf(const HorizonSample& sample, std::span<const std::size_t> events, Leg leg) {
    Combination out;
    const std::vector<std::size_t> indices = indicesOf(sample, events);
    std::vector<std::size_t> sessions;
    std::vector<double> values;
    std::vector<std::uint8_t> groups;
    for (const std::size_t index : indices) {
        sessions.push_back(sample.sessions[index]);
        values.push_back(sample.of(leg).values[index]);
        groups.push_back(sample.groups[index]);
    }
    out.events = events.size();
    out.n = indices.size();
    out.nEffective = effectiveNumber(sessions, sample.horizon);
    out.baseline = sample.of(leg).means.expectation(groups);
    const SampleSize size = sampleSizeOf(out.n, out.nEffective);
    out.mean = size != SampleSize::ListOnly ? meanOf(values) : kNone;
    out.p = size == SampleSize::Enough ? sample.of(leg).placebo.p(indices) : kNone;
    return out;
}

/// Every threshold and gap under one σ. The eligible sessions do not depend on either.
Result<void> addCombinations(EventRobustness& out, const Divergence& d, EventStudyParams params) {
    const EventDefinition asked = params.definition;
    std::optional<HorizonSample> sample;
    const std::vector<double> thresholds =
        asked.dates ? std::vector{asked.threshold} : withInForce(kThresholds, asked.threshold);
    for (const double threshold : thresholds) {
        params.definition.threshold = threshold;
        const auto pattern = findEvents(d, params.definition);
        if (!pattern)
            return Failure(pattern.error());
        if (!sample)
            sample = sampleOf(d, *pattern, params, out.horizon);
        for (const int gap : withInForce(kGaps, asked.gap)) {
            params.definition.gap = gap;
            const auto events = keptEvents(d, params.definition, pattern->eventDays);
            Combination& added = out.combinations.emplace_back(combinationOf(*sample, events, out.leg));
            added.sigma = asked.sigma;
            added.threshold = threshold;
            added.gap = gap;
            added.eventDays = pattern->eventDays.size();
        }
    }
    return {};
}

Result<void> addAllCombinations(EventRobustness& out, const Divergence& d, const EventStudyParams& params) {
    const EventDefinition& asked = params.definition;
    for (const SigmaModeInfo& mode : kSigmaModes) {
        if (asked.dates && mode.mode != asked.sigma)
            continue;
        EventStudyParams other = params;
        other.definition.sigma = mode.mode;
        const auto added = addCombinations(out, d, other);
        if (!added && mode.mode == asked.sigma)
            return added; // another σ may lack its history where the study's own has enough
    }
    for (Combination& combination : out.combinations)
        combination.inForce = combination.sigma == asked.sigma && combination.gap == asked.gap &&
                              std::abs(combination.threshold - asked.threshold) < 1e-12;
    return {};
}

void addGaps(EventRobustness& out, const Divergence& d, const EventPattern& pattern,
             const EventStudyParams& params) {
    const auto groups = baselineGroups(d.pair, pattern.eligible, params.outcomes.baseline);
    std::vector<HorizonSample> samples;
    for (const std::size_t horizon : kEventHorizons)
        samples.push_back(horizonSample(d.pair, pattern.eligible, groups, params.outcomes, horizon));
    EventDefinition definition = params.definition;
    for (const int gap : withInForce(kGaps, params.definition.gap)) {
        definition.gap = gap;
        const auto events = keptEvents(d, definition, pattern.eventDays);
        GapSensitivity row{gap, events.size(), {}};
        for (const HorizonSample& sample : samples)
            row.horizons.push_back(outcomesOf(d.pair, sample, events, LargeCaps::No));
        out.gaps.push_back(std::move(row));
    }
}

/// The complete events of the study itself, with their dates and outcomes.
struct Outcome {
    std::size_t session;
    double value;
};

std::vector<Outcome> completeOutcomes(const HorizonSample& sample, const EventPattern& pattern, Leg leg) {
    std::vector<Outcome> out;
    for (const std::size_t index : indicesOf(sample, pattern.events))
        out.push_back({sample.sessions[index], sample.of(leg).values[index]});
    return out;
}

void addLeftOutYears(EventRobustness& out, const Divergence& d, const std::vector<Outcome>& events) {
    if (events.size() < kLeastEvents)
        return;
    std::map<int, std::vector<double>> years;
    double sum = 0;
    for (const Outcome& event : events) {
        years[yearOf(d.pair.dates[event.session])].push_back(event.value);
        sum += event.value;
    }
    const double n = static_cast<double>(events.size());
    for (const auto& [year, values] : years) {
        const double count = static_cast<double>(values.size());
        const double mean = (sum - meanOf(values) * count) / (n - count);
        if (values.size() < events.size())
            out.leftOut.push_back({year, values.size(), mean, sum / n - mean});
    }
    std::stable_sort(out.leftOut.begin(), out.leftOut.end(), [](const LeftOutYear& a, const LeftOutYear& b) {
        return std::abs(a.carried) > std::abs(b.carried);
    });
}

/// Events and eligible sessions of one kind.
class SplitSums {
public:
    void addSession(double value) {
        m_all += value;
        ++m_sessions;
    }
    void addEvent(double value) {
        m_sum += value;
        m_hits += value > 0 ? 1 : 0;
        ++m_events;
    }
    EventSplit split(std::string label) const {
        const double n = static_cast<double>(m_events);
        return {std::move(label),
                m_events,
                m_events == 0 ? kNone : m_sum / n,
                m_events == 0 ? kNone : static_cast<double>(m_hits) / n,
                m_sessions == 0 ? kNone : m_all / static_cast<double>(m_sessions),
                m_sessions};
    }

private:
    double m_all = 0;
    double m_sum = 0;
    std::size_t m_sessions = 0;
    std::size_t m_events = 0;
    std::size_t m_hits = 0;
};

template <class KindOf>
auto splitsBy(const HorizonSample& sample, Leg leg, const std::vector<Outcome>& events, KindOf kindOf) {
    std::map<int, SplitSums> sums;
    const std::vector<double>& outcomes = sample.of(leg).values;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (const auto kind = kindOf(sample.sessions[i]))
            sums[*kind].addSession(outcomes[i]);
    for (const Outcome& event : events)
        if (const auto kind = kindOf(event.session))
            sums[*kind].addEvent(event.value);
    return sums;
}

/// +1 rising, −1 falling over 63 observations, as known on each session; nothing where the last one is stale.
std::vector<std::optional<int>> yieldDirections(const std::vector<Date>& dates, const SeriesView& yields) {
    std::vector<std::optional<int>> out(dates.size());
    std::size_t after = 0;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        while (after < yields.size() && yields.dates[after] <= dates[i])
            ++after;
        if (after <= kYieldWindow || dates[i] - yields.dates[after - 1] > kStalestYield)
            continue;
        const double change = yields.values[after - 1] - yields.values[after - 1 - kYieldWindow];
        if (std::abs(change) > 1e-12)
            out[i] = change > 0 ? 1 : -1;
    }
    return out;
}

void addSplits(EventRobustness& out, const Divergence& d, const HorizonSample& sample,
               const std::vector<Outcome>& events, const std::optional<YieldSeries>& yields) {
    const auto decadeOf = [&](std::size_t session) {
        return std::optional<int>(yearOf(d.pair.dates[session]) / 10 * 10);
    };
    for (const auto& [decade, sums] : splitsBy(sample, out.leg, events, decadeOf))
        out.decades.push_back(sums.split(fmt::format("{}s", decade)));
    if (!yields)
        return;
    const auto directions = yieldDirections(d.pair.dates, yields->values);
    const auto sums =
        splitsBy(sample, out.leg, events, [&](std::size_t session) { return directions[session]; });
    out.yieldName = yields->name;
    for (const int direction : {1, -1})
        if (const auto found = sums.find(direction); found != sums.end())
            out.yields.push_back(found->second.split(
                fmt::format("{} {}", yields->name, direction > 0 ? "rising" : "falling")));
}

} // namespace

std::size_t EventRobustness::tested() const {
    return static_cast<std::size_t>(std::count_if(combinations.begin(), combinations.end(),
                                                  [](const Combination& c) { return !std::isnan(c.p); }));
}

std::size_t EventRobustness::below5Percent() const {
    return static_cast<std::size_t>(std::count_if(combinations.begin(), combinations.end(),
                                                  [](const Combination& c) { return c.p < 0.05; }));
}

Result<EventRobustness> studyRobustness(const Divergence& divergence, const EventStudyParams& params,
                                        std::size_t horizon, Leg leg,
                                        const std::optional<YieldSeries>& yields) {
    const auto pattern = findEvents(divergence, params.definition);
    if (!pattern)
        return Failure(pattern.error());
    EventRobustness out;
    out.horizon = horizon;
    out.leg = leg;
    if (const auto added = addAllCombinations(out, divergence, params); !added)
        return Failure(added.error());
    addGaps(out, divergence, *pattern, params);
    const HorizonSample sample = sampleOf(divergence, *pattern, params, horizon);
    const std::vector<Outcome> events = completeOutcomes(sample, *pattern, leg);
    addLeftOutYears(out, divergence, events);
    addSplits(out, divergence, sample, events, yields);
    return out;
}

std::vector<Symbol> tenYearYieldSymbols() {
    return {"DGS10", "TNX"};
}

std::optional<YieldSeries> tenYearYield(const MarketView& view) {
    for (const Symbol& symbol : tenYearYieldSymbols())
        if (const auto values = view.closes(symbol); values && values->size() > kYieldWindow)
            return YieldSeries{symbol, *values};
    return std::nullopt;
}

} // namespace rotascope
