#include "core/analysis/event_sample.h"

#include "core/indicators/returns.h"
#include "core/indicators/sums.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

std::optional<std::size_t> calendarExit(const PairSeries& pair, std::size_t entry,
                                        const EventHorizon& horizon) {
    const Date end = addMonths(pair.dates[entry], horizon.months) + std::chrono::days{horizon.days};
    if (end > pair.dates.back())
        return std::nullopt;
    const auto after = std::upper_bound(pair.dates.begin(), pair.dates.end(), end);
    const auto exit = static_cast<std::size_t>(after - pair.dates.begin()) - 1;
    return exit > entry ? std::optional(exit) : std::nullopt;
}

std::optional<std::size_t> sessionExit(const PairSeries& pair, std::size_t entry, std::size_t horizon) {
    return entry + horizon < pair.size() ? std::optional(entry + horizon) : std::nullopt;
}

} // namespace

std::optional<std::size_t> exitOf(const PairSeries& pair, std::size_t entry, std::size_t horizon,
                                  bool calendar) {
    if (entry >= pair.size())
        return std::nullopt;
    if (const auto index = horizonIndex(horizon); calendar && index)
        return calendarExit(pair, entry, kHorizonCatalogue[*index]);
    return sessionExit(pair, entry, horizon);
}

LegOutcomes legOutcomes(std::vector<double> values, std::span<const GroupRun> runs) {
    GroupMeans means, hits;
    for (const GroupRun& run : runs) {
        const auto outcomes = std::span(values).subspan(run.first, run.count);
        const auto above = std::count_if(outcomes.begin(), outcomes.end(), [](double x) { return x > 0; });
        means.add(run.group, sumOf(outcomes), run.count);
        hits.add(run.group, static_cast<double>(above), run.count);
    }
    std::vector<double> compared(values);
    for (const GroupRun& run : runs) {
        const double mean = means.mean(run.group);
        for (double& outcome : std::span(compared).subspan(run.first, run.count))
            outcome -= mean;
    }
    return {std::move(values), means, hits, ShiftPlacebo(std::move(compared))};
}

const LegOutcomes& HorizonSample::of(Leg leg) const {
    switch (leg) {
    case Leg::Small:
        return small;
    case Leg::Large:
        return large;
    case Leg::Relative:
        break;
    }
    return relative;
}

HorizonSample horizonSample(const PairSeries& pair, std::span<const std::size_t> eligible,
                            std::span<const std::uint8_t> groups, const OutcomeOptions& options,
                            std::size_t horizon) {
    std::vector<std::size_t> sessions;
    std::vector<std::uint8_t> sessionGroups;
    std::vector<double> small, large, relative;
    sessions.reserve(eligible.size());
    sessionGroups.reserve(eligible.size());
    for (auto* column : {&small, &large, &relative})
        column->reserve(eligible.size());
    for (const std::size_t session : eligible) {
        const std::size_t in = session + entryLag(options.entry);
        const auto out = options.calendar ? exitOf(pair, in, horizon, true) : sessionExit(pair, in, horizon);
        if (!out)
            continue;
        const double ofSmall = simpleReturn(pair.small[in], pair.small[*out]);
        const double ofLarge = simpleReturn(pair.large[in], pair.large[*out]);
        if (std::isnan(ofSmall) || std::isnan(ofLarge))
            continue;
        sessions.push_back(session);
        sessionGroups.push_back(groups[session]);
        small.push_back(ofSmall);
        large.push_back(ofLarge);
        relative.push_back(ofSmall - ofLarge);
    }
    const std::vector<GroupRun> runs = groupRuns(sessions, groups);
    return {horizon,
            options,
            std::move(sessions),
            std::move(sessionGroups),
            legOutcomes(std::move(small), runs),
            legOutcomes(std::move(large), runs),
            legOutcomes(std::move(relative), runs)};
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

} // namespace rotascope
