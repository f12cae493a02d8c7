#include "core/analysis/event_pattern.h"

#include "core/analysis/event_qualifier.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace rotascope {

namespace {

constexpr std::size_t kLeastSessions = 252;

Result<void> checkKnobs(const EventDefinition& definition) {
    if (!definition.dates && !(definition.threshold > 0 && std::isfinite(definition.threshold)))
        return usageError("bad_threshold",
                          fmt::format("A threshold is a number of σ above 0, not {}. For falls choose the "
                                      "direction down.",
                                      shortestNumber(definition.threshold)));
    if (definition.gap < 0)
        return usageError(
            "bad_gap", fmt::format("A gap is 0 or more sessions, not {}.", groupedNumber(definition.gap, 0)));
    return {};
}

Result<void> checkSample(const Divergence& d, const EventDefinition& definition) {
    if (d.pair.size() < kLeastSessions)
        return refused("too_short",
                       fmt::format("{} and {} share {} sessions up to {}; an event study needs {}.",
                                   d.params.small, d.params.large, d.pair.size(), isoText(d.asOf),
                                   kLeastSessions));
    if (definition.start && *definition.start > d.pair.dates.back())
        return refused("start_after_data",
                       fmt::format("The start {} is after the last session {}. Choose an earlier start.",
                                   isoText(*definition.start), isoText(d.pair.dates.back())));
    return {};
}

double signOf(const EventDefinition& definition) {
    return definition.direction == EventDirection::Up ? 1 : -1;
}

std::vector<std::size_t> daysBeyondThreshold(const Divergence& d, const EventDefinition& definition,
                                             const Qualifier& qualifier, std::size_t first) {
    const std::vector<double>& z = decidingZ(d, definition);
    const double sign = signOf(definition);
    std::vector<std::size_t> days;
    for (std::size_t i = first; i < z.size(); ++i)
        if (sign * z[i] >= definition.threshold && holds(qualifier, d, definition.sigma, i))
            days.push_back(i);
    return days;
}

std::vector<std::size_t> listedDays(const ListedSessions& listed, const Divergence& d,
                                    const EventDefinition& definition, const Qualifier& qualifier,
                                    std::size_t first) {
    std::vector<std::size_t> days;
    std::copy_if(listed.sessions.begin(), listed.sessions.end(), std::back_inserter(days),
                 [&](std::size_t session) {
                     return session >= first && holds(qualifier, d, definition.sigma, session);
                 });
    return days;
}

/// The strongest of the event days that follow one another from `day` on. Listed days are all as strong.
std::size_t peakOfRun(const Divergence& d, const EventDefinition& definition,
                      std::span<const std::size_t> days, std::size_t day) {
    const std::vector<double>& z = decidingZ(d, definition);
    const double sign = signOf(definition);
    std::size_t peak = days[day];
    for (std::size_t i = day; i < days.size() && days[i] - days[day] == i - day && !definition.dates; ++i)
        if (sign * z[days[i]] > sign * z[peak])
            peak = days[i];
    return peak;
}

std::vector<std::size_t> positionsWithValue(const std::vector<double>& values, std::size_t first) {
    std::vector<std::size_t> out;
    out.reserve(values.size());
    for (std::size_t i = first; i < values.size(); ++i)
        if (!std::isnan(values[i]))
            out.push_back(i);
    return out;
}

} // namespace

const std::vector<double>& decidingZ(const Divergence& divergence, const EventDefinition& definition) {
    const auto& columns =
        definition.on == EventSeries::Spread ? divergence.history.zSpread : divergence.history.zSmall;
    return columns[indexOf(definition.sigma)];
}

std::vector<std::size_t> keptEvents(const Divergence& divergence, const EventDefinition& definition,
                                    std::span<const std::size_t> eventDays) {
    const auto gap = static_cast<std::size_t>(definition.gap);
    std::vector<std::size_t> kept;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < eventDays.size(); ++i) {
        if (last && eventDays[i] - *last <= gap)
            continue;
        last = eventDays[i];
        kept.push_back(definition.peak ? peakOfRun(divergence, definition, eventDays, i) : eventDays[i]);
    }
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

Result<EventPattern> findEvents(const Divergence& divergence, const EventDefinition& definition) {
    if (const auto knobs = checkKnobs(definition); !knobs)
        return Failure(knobs.error());
    const auto qualifier = parseQualifier(definition.onlyIf);
    if (!qualifier)
        return Failure(qualifier.error());
    if (const auto sample = checkSample(divergence, definition); !sample)
        return Failure(sample.error());
    const std::vector<Date>& dates = divergence.pair.dates;
    const std::size_t first =
        definition.start
            ? static_cast<std::size_t>(std::lower_bound(dates.begin(), dates.end(), *definition.start) -
                                       dates.begin())
            : 0;
    EventPattern pattern;
    if (definition.dates) {
        ListedSessions listed = sessionsOn(divergence.pair, *definition.dates);
        for (std::size_t i = first; i < dates.size(); ++i)
            pattern.eligible.push_back(i);
        pattern.eventDays = listedDays(listed, divergence, definition, *qualifier, first);
        pattern.events = keptEvents(divergence, definition, pattern.eventDays);
        pattern.skipped = std::move(listed.skipped);
        return pattern;
    }
    pattern.eligible = positionsWithValue(decidingZ(divergence, definition), first);
    if (pattern.eligible.empty())
        return refused("too_short",
                       fmt::format("{} and {} share {} sessions up to {}; z under {} σ has no "
                                   "value yet.",
                                   divergence.params.small, divergence.params.large, divergence.pair.size(),
                                   isoText(divergence.asOf), infoOf(definition.sigma).label));
    pattern.eventDays = daysBeyondThreshold(divergence, definition, *qualifier, first);
    pattern.events = keptEvents(divergence, definition, pattern.eventDays);
    return pattern;
}

std::string definitionText(const Divergence& divergence, const EventDefinition& definition) {
    const std::string qualifier = definition.onlyIf.empty() ? "" : ", only if " + definition.onlyIf;
    if (definition.dates)
        return fmt::format("{} {}date{}{}{}", definition.dates->dates.size(),
                           definition.dates->name.empty() ? "listed " : "",
                           definition.dates->dates.size() == 1 ? "" : "s",
                           definition.dates->name.empty() ? "" : " of " + definition.dates->name, qualifier);
    const bool up = definition.direction == EventDirection::Up;
    return fmt::format("z {} {}{} on {}, σ {}{}", up ? "≥" : "≤", up ? "" : "−",
                       shortestNumber(definition.threshold),
                       definition.on == EventSeries::Spread ? "the spread" : divergence.params.small,
                       infoOf(definition.sigma).label, qualifier);
}

} // namespace rotascope
