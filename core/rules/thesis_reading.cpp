#include "core/rules/thesis_reading.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

std::string plural(std::size_t count, std::string_view word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

/// The first session from the start on, up to the expiry, on which the condition holds.
std::optional<std::size_t> firstMet(const RuleReading& row, const Thesis& thesis, const ThesisItem& item) {
    for (std::size_t i = 0; i < row.columns.truth.size(); ++i) {
        const Date date = row.dateOf(i);
        const bool counts =
            (!thesis.start || date >= *thesis.start) && (!item.expiry || date <= *item.expiry);
        if (counts && row.columns.truth[i] == Truth::Yes)
            return i;
    }
    return std::nullopt;
}

std::string metReason(const RuleReading& row, std::size_t at) {
    const std::string when = "Met on " + dayMonthYear(row.dateOf(at));
    if (!row.columns.measure)
        return when + ".";
    return fmt::format("{} with {} against {}.", when, row.text(row.columns.measure->value[at]),
                       row.text(row.columns.measure->threshold[at]));
}

std::string openReason(const RuleReading& row) {
    if (!row.columns.measure)
        return "Not so far.";
    return fmt::format("Now {} against {}.", row.text(row.value()), row.text(row.threshold()));
}

/// The condition on the last session that counts for an item.
Truth lastThatCounts(const RuleReading& row, const ThesisItem& item) {
    if (row.error)
        return Truth::Unknown;
    for (std::size_t i = row.columns.truth.size(); i-- > 0;)
        if (!item.expiry || row.dateOf(i) <= *item.expiry)
            return row.columns.truth[i];
    return Truth::Unknown;
}

ThesisItemReading readItem(const RuleReading& row, const Thesis& thesis, const ThesisItem& item, Date asOf) {
    ThesisItemReading out{item, Met::Unknown, std::nullopt, false, {}};
    if (const auto at = firstMet(row, thesis, item)) {
        out.met = Met::Yes;
        out.firstMet = row.dateOf(*at);
        out.reason = metReason(row, *at);
        return out;
    }
    const Truth last = lastThatCounts(row, item);
    const bool isPast = item.expiry && asOf > *item.expiry;
    out.met = last == Truth::Unknown ? Met::Unknown : Met::No;
    out.isExpired = isPast && out.met == Met::No;
    out.reason = out.met == Met::No ? openReason(row) : row.whyUnknown();
    if (isPast)
        out.reason = fmt::format("Its day, {}, passed{}. {}", dayMonthYear(*item.expiry),
                                 out.isExpired ? " without it" : "", out.reason);
    return out;
}

ThesisState stateOf(const ThesisReading& reading) {
    bool allMet = true;
    bool expired = false;
    for (const ThesisItemReading& row : reading.items) {
        if (row.item.kind == ThesisItemKind::Invalidation && row.met == Met::Yes)
            return ThesisState::Invalidated;
        if (row.item.kind == ThesisItemKind::Invalidation)
            continue;
        allMet = allMet && row.met == Met::Yes;
        expired = expired || row.isExpired;
    }
    return expired ? ThesisState::Expired : allMet ? ThesisState::Confirmed : ThesisState::Open;
}

} // namespace

std::size_t ThesisReading::count(ThesisItemKind kind, Met met) const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(),
                      [&](const ThesisItemReading& row) { return row.item.kind == kind && row.met == met; }));
}

std::string ThesisReading::sentence() const {
    std::size_t triggers = 0;
    for (const ThesisItemReading& row : items)
        triggers += row.item.kind == ThesisItemKind::Trigger ? 1 : 0;
    return fmt::format("{} of {} met, {} of {}; {}.", count(ThesisItemKind::Trigger, Met::Yes),
                       plural(triggers, "trigger"), count(ThesisItemKind::Invalidation, Met::Yes),
                       plural(items.size() - triggers, "invalidation"), nameOf(state));
}

std::vector<Rule> conditionsOf(const Thesis& thesis) {
    std::vector<Rule> out;
    for (const ThesisItem& item : thesis.items) {
        Rule rule;
        rule.name = item.name;
        rule.expression = item.condition;
        out.push_back(std::move(rule));
    }
    return out;
}

Playbook withConditions(const Playbook& playbook) {
    Playbook out = playbook;
    for (const Thesis& thesis : playbook.theses)
        std::ranges::move(conditionsOf(thesis), std::back_inserter(out.rules));
    return out;
}

ThesisReading thesisReading(const Thesis& thesis, const PlaybookReading& conditions) {
    ThesisReading out{thesis, conditions.asOf, {}, ThesisState::Open};
    for (std::size_t i = 0; i < thesis.items.size() && i < conditions.rules.size(); ++i)
        out.items.push_back(readItem(conditions.rules[i], thesis, thesis.items[i], conditions.asOf));
    out.state = stateOf(out);
    return out;
}

} // namespace rotascope
