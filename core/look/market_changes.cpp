// What prices, flows and rules did since.
#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/look/change_kinds.h"
#include "core/rules/rule_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace rotascope {

namespace {

template <class Row, class Key>
const Row* rowOf(const std::vector<Row>& rows, Key Row::*key, const Key& wanted) {
    const auto at = std::ranges::find(rows, wanted, key);
    return at == rows.end() ? nullptr : &*at;
}

std::string sideName(std::size_t side) {
    return side == kGoldenSide ? "SMA200" : toUpper(kTrendAverages[side].id);
}

/// "TNA closed below its SMA50 on 24 Nov 2025.", "TNA: SMA50 rose above SMA200 on …", or that it came back.
std::string crossText(const Symbol& symbol, std::size_t side, const SideLook& before, const SideLook& now,
                      Date session) {
    if (!before.above || !now.above)
        return {};
    const std::string on = now.since ? " on " + dayMonthYear(*now.since) : "";
    const bool turned = *before.above != *now.above;
    if (!turned && !(now.since && *now.since > session))
        return {};
    const std::string word = *now.above ? "above" : "below";
    if (side == kGoldenSide)
        return fmt::format("{}: SMA50 {} {} SMA200{}{}.", symbol, *now.above ? "rose" : "fell", word,
                           turned ? "" : " again", on);
    return fmt::format("{} closed {} its {}{}{}.", symbol, word, sideName(side), turned ? "" : " again", on);
}

std::string weekText(const FlowLook& flow) {
    return fmt::format("{} of {}", ordinal(flow.rank), flow.of);
}

std::string flowText(const FlowLook& before, const FlowLook& now) {
    if (now.rank == 0 || before.weekEnding > now.weekEnding)
        return {};
    const bool sameWeek = before.weekEnding == now.weekEnding;
    if (sameWeek && before.rank == now.rank && before.of == now.of)
        return {};
    const std::string then = before.rank == 0 ? "unranked" : weekText(before);
    if (sameWeek)
        return fmt::format("{}: the week to {} is the {} this year by inflow now, {} before.", now.symbol,
                           dayMonthYear(now.weekEnding), weekText(now), then);
    return fmt::format("{}: {} in the week to {}, {} this year by inflow; the week to {} was {}.", now.symbol,
                       usdText(now.usd), dayMonthYear(now.weekEnding), weekText(now),
                       dayMonth(before.weekEnding), then);
}

/// How near to either end of its year: 0 is a record.
double commonness(const FlowLook& flow) {
    return static_cast<double>(std::min(flow.rank - 1, flow.of - flow.rank)) / static_cast<double>(flow.of);
}

bool isSame(const RuleLook& before, const RuleLook& now) {
    return before.episodes == now.episodes && before.first == now.first && before.last == now.last;
}

/// An episode that began after the session, or one under way that ended.
std::optional<RuleChange> changeOf(const RuleLook& before, const RuleLook& now, Date session) {
    const bool began = now.first && *now.first > session;
    const bool ended = before.first && before.first == now.first && !before.last && now.last;
    if (!began && !ended)
        return std::nullopt;
    const std::size_t more = now.episodes > before.episodes ? now.episodes - before.episodes : 0;
    return RuleChange{now.name, *now.first, now.last, more};
}

bool firesFirst(const RuleChange& a, const RuleChange& b) {
    if (a.last.has_value() != b.last.has_value())
        return !a.last;
    return a.last.value_or(a.first) > b.last.value_or(b.first);
}

/// Rules that came, went, or say something else now: their histories cannot be compared.
std::vector<std::string> rewrittenRules(const std::vector<RuleLook>& before,
                                        const std::vector<RuleLook>& now) {
    std::vector<std::string> out;
    for (const RuleLook& rule : now) {
        const RuleLook* then = rowOf(before, &RuleLook::name, rule.name);
        if (!then)
            out.push_back(fmt::format("New rule: {}.", rule.name));
        else if (then->expression != rule.expression)
            out.push_back(fmt::format("{} was rewritten.", rule.name));
    }
    for (const RuleLook& rule : before)
        if (!rowOf(now, &RuleLook::name, rule.name))
            out.push_back(fmt::format("The rule {} was removed.", rule.name));
    return out;
}

std::string sessionsText(std::size_t count, Date last) {
    return fmt::format("{} new session{}, to {}.", groupedCount(static_cast<long long>(count)),
                       count == 1 ? "" : "s", dayMonthYear(last));
}

} // namespace

std::vector<std::string> pairChanges(const DeskLook& before, const DeskNews& now) {
    const PairLook& then = before.pair;
    const PairLook& here = now.look.pair;
    std::vector<std::string> out;
    if (!then.isOf(here))
        return out;
    if (here.session > then.session) {
        out.push_back(
            fmt::format("The spread moved from {} to {}, z from {} to {}, percentile from {} to {}.",
                        pointsText(then.spread), pointsText(here.spread), zText(then.z), zText(here.z),
                        percentileText(then.percentile), percentileText(here.percentile)));
        out.push_back(sessionsText(now.sessionsSince, here.session));
    }
    if (now.spreadBefore && pointsText(*now.spreadBefore) != pointsText(then.spread))
        out.push_back(fmt::format("Restated: the spread of {} was {} and is now {}.",
                                  dayMonthYear(then.session), pointsText(then.spread),
                                  pointsText(*now.spreadBefore)));
    return out;
}

std::vector<std::string> ruleChanges(const DeskLook& before, const DeskNews& now) {
    if (!before.rules || !now.look.rules || !before.pair.isOf(now.look.pair))
        return {};
    const Date session = before.pair.session;
    std::vector<RuleChange> changes;
    std::vector<std::string> rewritten = rewrittenRules(*before.rules, *now.look.rules);
    for (const RuleLook& rule : *now.look.rules) {
        const RuleLook* then = rowOf(*before.rules, &RuleLook::name, rule.name);
        if (!then || then->expression != rule.expression || isSame(*then, rule))
            continue;
        if (const auto change = changeOf(*then, rule, session))
            changes.push_back(*change);
        else
            rewritten.push_back(
                fmt::format("The history of {} is another: values were restated.", rule.name));
    }
    std::ranges::stable_sort(changes, firesFirst);
    std::vector<std::string> out;
    for (const RuleChange& change : changes)
        out.push_back(ruleChangeText(change, session));
    std::ranges::move(rewritten, std::back_inserter(out));
    return out;
}

std::vector<std::string> crosses(const DeskLook& before, const DeskNews& now) {
    std::vector<std::string> out;
    if (!before.trend || !now.look.trend)
        return out;
    // The longest averages tell most.
    for (std::size_t side = kLookedSides; side-- > 0;)
        for (const TrendLook& row : *now.look.trend)
            if (const TrendLook* then = rowOf(*before.trend, &TrendLook::symbol, row.symbol))
                if (std::string text =
                        crossText(row.symbol, side, then->sides[side], row.sides[side], then->session);
                    !text.empty())
                    out.push_back(std::move(text));
    return out;
}

std::vector<std::string> flowChanges(const DeskLook& before, const DeskNews& now) {
    if (!before.flows || !now.look.flows)
        return {};
    std::vector<std::pair<double, std::string>> found;
    for (const FlowLook& row : *now.look.flows)
        if (const FlowLook* then = rowOf(*before.flows, &FlowLook::symbol, row.symbol))
            if (std::string text = flowText(*then, row); !text.empty())
                found.emplace_back(commonness(row), std::move(text));
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<std::string> out;
    for (auto& [rarity, text] : found)
        out.push_back(std::move(text));
    return out;
}

} // namespace rotascope
