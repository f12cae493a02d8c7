#include "core/analysis/event_pattern.h"

#include "core/analysis/declustering.h"
#include "core/analysis/event_qualifier.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

/// Whether a session fires, as a number that declustering understands: |z| in the direction, NaN otherwise.
std::vector<double> strengths(const Divergence& d, const EventDefinition& definition,
                              const Qualifier& qualifier, std::size_t first) {
    const std::vector<double>& z = decidingZ(d, definition);
    const double sign = definition.direction == EventDirection::Up ? 1 : -1;
    std::vector<double> out(z.size(), std::nan(""));
    for (std::size_t i = first; i < z.size(); ++i)
        if (sign * z[i] >= definition.threshold && holds(qualifier, d, definition.sigma, i))
            out[i] = sign * z[i];
    return out;
}

std::vector<double> listedStrengths(const ListedSessions& listed, const Divergence& d,
                                    const EventDefinition& definition, const Qualifier& qualifier,
                                    std::size_t first) {
    std::vector<double> out(d.pair.size(), std::nan(""));
    for (const std::size_t session : listed.sessions)
        if (session >= first && holds(qualifier, d, definition.sigma, session))
            out[session] = 1;
    return out;
}

/// The strongest session of the firing run that begins at `session`.
std::size_t peakOfRun(const std::vector<double>& strength, std::size_t session) {
    std::size_t peak = session;
    for (std::size_t i = session; i < strength.size() && !std::isnan(strength[i]); ++i)
        if (strength[i] > strength[peak])
            peak = i;
    return peak;
}

std::vector<std::size_t> positionsWithValue(const std::vector<double>& values, std::size_t first) {
    std::vector<std::size_t> out;
    for (std::size_t i = first; i < values.size(); ++i)
        if (!std::isnan(values[i]))
            out.push_back(i);
    return out;
}

void keepEvents(EventPattern& pattern, const std::vector<double>& strength,
                const EventDefinition& definition) {
    pattern.eventDays = positionsWithValue(strength, 0);
    pattern.events = firstKeptEvents(strength, 0, static_cast<std::size_t>(definition.gap));
    if (!definition.peak)
        return;
    for (std::size_t& event : pattern.events)
        event = peakOfRun(strength, event);
    pattern.events.erase(std::unique(pattern.events.begin(), pattern.events.end()), pattern.events.end());
}

} // namespace

const std::vector<double>& decidingZ(const Divergence& divergence, const EventDefinition& definition) {
    const auto& columns =
        definition.on == EventSeries::Spread ? divergence.history.zSpread : divergence.history.zSmall;
    return columns[indexOf(definition.sigma)];
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
        keepEvents(pattern, listedStrengths(listed, divergence, definition, *qualifier, first), definition);
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
    keepEvents(pattern, strengths(divergence, definition, *qualifier, first), definition);
    return pattern;
}

std::string definitionText(const Divergence& divergence, const EventDefinition& definition) {
    const std::string qualifier = definition.onlyIf.empty() ? "" : ", only if " + definition.onlyIf;
    if (definition.dates)
        return fmt::format("{} listed date{}{}", definition.dates->dates.size(),
                           definition.dates->dates.size() == 1 ? "" : "s", qualifier);
    const bool up = definition.direction == EventDirection::Up;
    return fmt::format("z {} {}{} on {}, σ {}{}", up ? "≥" : "≤", up ? "" : "−",
                       shortestNumber(definition.threshold),
                       definition.on == EventSeries::Spread ? "the spread" : divergence.params.small,
                       infoOf(definition.sigma).label, qualifier);
}

} // namespace rotascope
