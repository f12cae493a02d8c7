#include "core/rules/rule_changes.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

std::optional<RuleChange> changeOf(const RuleReading& reading, Date session) {
    RuleChange change{reading.rule.name, {}, std::nullopt, 0};
    for (const Episode& episode : reading.history.episodes) {
        const bool isNew = reading.dateOf(episode.first) > session;
        const bool isOver = episode.isOver && reading.dateOf(episode.last) >= session;
        if (!isNew && !isOver)
            continue;
        change.first = reading.dateOf(episode.first);
        change.last = episode.isOver ? std::optional(reading.dateOf(episode.last)) : std::nullopt;
        change.episodes += isNew ? 1 : 0;
    }
    return change.first == Date{} ? std::nullopt : std::optional(change);
}

} // namespace

std::vector<RuleChange> ruleChangesSince(const PlaybookReading& reading, Date session) {
    std::vector<RuleChange> changes;
    for (const RuleReading& rule : reading.rules)
        if (const auto change = changeOf(rule, session))
            changes.push_back(*change);
    std::stable_sort(changes.begin(), changes.end(), [](const RuleChange& a, const RuleChange& b) {
        if (a.last.has_value() != b.last.has_value())
            return !a.last;
        return a.last.value_or(a.first) > b.last.value_or(b.first);
    });
    return changes;
}

std::string ruleChangeText(const RuleChange& change, Date session) {
    if (!change.last)
        return fmt::format("{} fires since {}.", change.name, dayMonthYear(change.first));
    if (change.first <= session)
        return fmt::format("{} stopped firing after {}.", change.name, dayMonthYear(*change.last));
    const std::string when =
        *change.last == change.first
            ? "on " + dayMonthYear(change.first)
            : fmt::format("from {} to {}", dayMonthYear(change.first), dayMonthYear(*change.last));
    return change.episodes > 1
               ? fmt::format("{} fired {} times, last {}.", change.name, change.episodes, when)
               : fmt::format("{} fired {}.", change.name, when);
}

} // namespace rotascope
