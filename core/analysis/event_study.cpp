#include "core/analysis/event_study.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/indicators/returns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kHoleDays = 14; ///< calendar days between two sessions that no holiday explains

EventRow rowOf(const Divergence& d, const EventStudyParams& params, std::size_t session,
               const PairSeries& pair) {
    EventRow row;
    row.session = session;
    row.date = d.pair.dates[session];
    row.z = decidingZ(d, params.definition)[session];
    row.spread = d.history.spread[session];
    row.returnSmall = d.history.returnSmall[session];
    row.small.fill(kNone);
    row.relative.fill(kNone);
    const std::size_t entry = session + entryLag(params.outcomes.entry);
    for (std::size_t h = 0; h < kEventHorizons.size(); ++h) {
        const auto exit = exitOf(pair, entry, kEventHorizons[h], params.outcomes.calendar);
        if (!exit)
            continue;
        row.small[h] = simpleReturn(pair.small[entry], pair.small[*exit]);
        row.relative[h] = row.small[h] - simpleReturn(pair.large[entry], pair.large[*exit]);
    }
    return row;
}

/// "the highest so far was +2.41 on 6 Nov 2024"
std::string extremeText(const Divergence& d, const EventDefinition& definition,
                        const std::vector<std::size_t>& eligible) {
    const std::vector<double>& z = decidingZ(d, definition);
    const bool up = definition.direction == EventDirection::Up;
    const auto most = std::max_element(eligible.begin(), eligible.end(), [&](std::size_t a, std::size_t b) {
        return up ? z[a] < z[b] : z[a] > z[b];
    });
    return fmt::format("the {} was {} on {}", up ? "highest" : "lowest", zText(z[*most]),
                       dayMonthYear(d.pair.dates[*most]));
}

std::string noEventNote(const Divergence& d, const EventStudy& study) {
    const EventDefinition& definition = study.params.definition;
    if (definition.dates)
        return "None of the listed dates is a session of this study.";
    return fmt::format("No event: no session from {} to {} has {}; {}.", dayMonthYear(study.sample.first),
                       dayMonthYear(study.sample.last), study.definitionText,
                       extremeText(d, definition, study.pattern.eligible));
}

std::string fewEventsNote(const EventStudy& study) {
    const std::size_t n = study.pattern.events.size();
    if (n == 1)
        return "One event: it is listed, and nothing is averaged over it.";
    if (n < kLeastEvents)
        return fmt::format("Only {} events: they are listed, and nothing is averaged over them.",
                           numberWord(static_cast<int>(n)));
    return fmt::format("Small sample: {} events, no p-values below {}.", numberWord(static_cast<int>(n)),
                       kSmallSample);
}

/// Days on which one leg is missing, and stretches without any session.
void addGapNotes(const Divergence& d, std::vector<std::string>& notes) {
    const std::size_t dropped = d.pair.droppedSmall + d.pair.droppedLarge;
    if (dropped > 0)
        notes.push_back(
            fmt::format("{} date{} that only one series has {} left out; moves and horizons count "
                        "common sessions.",
                        groupedCount(static_cast<long long>(dropped)), dropped == 1 ? "" : "s",
                        dropped == 1 ? "is" : "are"));
    std::vector<std::string> holes;
    for (std::size_t i = 1; i < d.pair.size(); ++i)
        if (d.pair.dates[i] - d.pair.dates[i - 1] > std::chrono::days{kHoleDays})
            holes.push_back(
                fmt::format("{} to {}", dayMonthYear(d.pair.dates[i - 1]), dayMonthYear(d.pair.dates[i])));
    if (!holes.empty())
        notes.push_back(fmt::format("The data have {} from {}{}: horizons across {} span more time than they "
                                    "say.",
                                    holes.size() == 1 ? "a hole" : "holes, the first", holes.front(),
                                    holes.size() == 1 ? "" : fmt::format(" and {} more", holes.size() - 1),
                                    holes.size() == 1 ? "it" : "them"));
}

void addLookAheadNotes(const EventStudy& study, std::vector<std::string>& notes) {
    const EventDefinition& definition = study.params.definition;
    if (definition.sigma == SigmaMode::InSample && !definition.dates)
        notes.push_back(
            fmt::format("In-sample σ looks ahead: it knows every session to {}.", dayMonthYear(study.asOf)));
    if (definition.peak)
        notes.emplace_back(
            "The peak of a run is known only afterwards: nobody could have entered there by rule.");
    if (study.params.outcomes.entry == EntryRule::EventClose)
        notes.emplace_back("Entry at the event's close: z is known only after it, so this repeats published "
                           "claims and cannot be traded.");
}

std::vector<std::string> notesOf(const Divergence& d, const EventStudy& study) {
    std::vector<std::string> notes;
    const std::size_t n = study.pattern.events.size();
    if (n == 0)
        notes.push_back(noEventNote(d, study));
    else if (n < kSmallSample)
        notes.push_back(fewEventsNote(study));
    if (!study.pattern.skipped.empty())
        notes.push_back(fmt::format("{} of the list {} no session: {}.", study.pattern.skipped.size(),
                                    study.pattern.skipped.size() == 1 ? "is" : "are",
                                    skippedText(study.pattern.skipped)));
    std::vector<std::string> tooLong;
    for (const HorizonOutcomes& outcome : study.horizons)
        if (outcome.small.baselineN == 0)
            tooLong.push_back(std::to_string(outcome.horizon));
    if (!tooLong.empty())
        notes.push_back(fmt::format("No session has {} sessions after it yet: {} longer than the sample.",
                                    listed(tooLong),
                                    tooLong.size() == 1 ? "that horizon is" : "these horizons are"));
    const Date asked = study.params.definition.start.value_or(study.dataFirst);
    if (asked < study.dataFirst)
        notes.push_back(fmt::format("The study is to start on {}; your data start on {}.",
                                    dayMonthYear(asked), dayMonthYear(study.dataFirst)));
    addLookAheadNotes(study, notes);
    addGapNotes(d, notes);
    return notes;
}

} // namespace

const HorizonOutcomes& EventStudy::at(std::size_t horizon) const {
    const auto found = std::find_if(horizons.begin(), horizons.end(),
                                    [&](const HorizonOutcomes& row) { return row.horizon == horizon; });
    assert(found != horizons.end());
    return *found;
}

std::vector<EventRow> eventRows(const Divergence& divergence, const EventStudyParams& params,
                                const EventPattern& pattern, const PairSeries& pair) {
    std::vector<EventRow> rows;
    for (const std::size_t session : pattern.events)
        rows.push_back(rowOf(divergence, params, session, pair));
    return rows;
}

Result<EventStudy> studyEvents(const Divergence& divergence, const EventStudyParams& params) {
    auto pattern = findEvents(divergence, params.definition);
    if (!pattern)
        return Failure(pattern.error());
    EventStudy study;
    study.params = params;
    study.pair = divergence.params;
    study.asOf = divergence.asOf;
    study.dataFirst = divergence.pair.dates.front();
    study.pattern = std::move(*pattern);
    study.sample = {divergence.pair.dates[study.pattern.eligible.front()],
                    divergence.pair.dates[study.pattern.eligible.back()], study.pattern.eligible.size()};
    study.definitionText = definitionText(divergence, params.definition);
    study.rows = eventRows(divergence, params, study.pattern, divergence.pair);
    study.horizons =
        studyOutcomes(divergence.pair, study.pattern.eligible, study.pattern.events, params.outcomes);
    study.losses = lossOdds(divergence.pair, study.pattern, params.outcomes.entry);
    study.path = eventPath(divergence.pair, study.pattern, params.outcomes, Leg::Small);
    study.notes = notesOf(divergence, study);
    return study;
}

} // namespace rotascope
