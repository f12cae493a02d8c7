#include "core/report/rules_json.h"

#include "core/report/json.h"
#include "core/report/outcomes_json.h"

namespace rotascope {

namespace {

template <std::size_t kCount>
Json byLength(const std::array<std::size_t, kCount>& lengths, const std::array<double, kCount>& values) {
    Json object = Json::object();
    for (std::size_t i = 0; i < kCount; ++i)
        object[std::to_string(lengths[i])] = jsonNumber(values[i]);
    return object;
}

/// Calendar days that the extreme looked back over.
Json spannedAsJson(const RuleReading& reading, const Episode& episode) {
    return reading.columns.measure ? jsonNumber(reading.columns.measure->daysSpanned(episode.extremeAt))
                                   : Json(nullptr);
}

Json episodeAsJson(const RuleReading& reading, const LedgerRow& row) {
    const bool hasPair = reading.ground->isPair();
    Json out{{"first", isoText(row.first)},
             {"last", jsonDate(row.last)},
             {"sessions", row.episode.sessions()},
             {"extreme", jsonNumber(row.episode.extreme)},
             {"spanned_days", spannedAsJson(reading, row.episode)},
             {"after", byLength(kLedgerHorizons, row.absolute)}};
    out["after_relative"] = hasPair ? byLength(kLedgerHorizons, row.relative) : Json(nullptr);
    out["worst"] = byLength(kLossWindows, row.worst);
    out["record"] = row.isRecord;
    return out;
}

Json figuresAsJson(const LedgerFigures& figures) {
    return {{"episodes", figures.episodes},
            {"horizons", horizonsAsJson(figures.horizons, false)},
            {"losses", lossesAsJson(figures.losses)}};
}

Json textOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

} // namespace

Json ruleAsJson(const RuleReading& reading, EntryRule entry) {
    const Rule& rule = reading.rule;
    Json episodes = Json::array();
    if (reading.ground)
        for (const LedgerRow& row : ledgerRows(reading, entry))
            episodes.push_back(episodeAsJson(reading, row));
    return {{"name", rule.name},
            {"expression", rule.expression},
            {"state", nameOf(reading.state())},
            {"value", jsonNumber(reading.value())},
            {"threshold", jsonNumber(reading.threshold())},
            {"distance", jsonNumber(reading.distance())},
            {"unit", infoOf(reading.quantity()).id},
            {"since", jsonDate(reading.since())},
            {"why", textOrNull(reading.whyUnknown())},
            {"clear_when", textOrNull(rule.clearWhen)},
            {"cool_down", rule.coolDown},
            {"horizon", textOrNull(rule.horizon)},
            {"source", textOrNull(rule.source)},
            {"born", jsonDate(rule.born)},
            {"episodes", std::move(episodes)}};
}

Json playbookAsJson(const PlaybookReading& reading, const PlaybookParams& params, EntryRule entry) {
    Json rules = Json::array();
    for (const RuleReading& row : reading.rules)
        rules.push_back(ruleAsJson(row, entry));
    return {{"as_of", jsonDate(reading.asOf)},
            {"small", params.small},
            {"large", params.large},
            {"entry", entry == EntryRule::NextClose ? "next" : "close"},
            {"rules", std::move(rules)}};
}

Json ledgerAsJson(const RuleLedger& ledger) {
    return {{"eligible", ledger.eligible},
            {"has_pair", ledger.hasPair},
            {"all", figuresAsJson(ledger.all)},
            {"hindsight", figuresAsJson(ledger.hindsight)},
            {"record", figuresAsJson(ledger.record)}};
}

Json thesisAsJson(const ThesisReading& reading) {
    Json items = Json::array();
    for (const ThesisItemReading& row : reading.items)
        items.push_back({{"name", row.item.name},
                         {"kind", nameOf(row.item.kind)},
                         {"condition", row.item.condition},
                         {"met", nameOf(row.met)},
                         {"first_met", jsonDate(row.firstMet)},
                         {"expiry", jsonDate(row.item.expiry)},
                         {"expired", row.isExpired},
                         {"reason", textOrNull(row.reason)},
                         {"evidence", textOrNull(row.item.evidence)}});
    return {{"name", reading.thesis.name},    {"start", jsonDate(reading.thesis.start)},
            {"as_of", isoText(reading.asOf)}, {"state", nameOf(reading.state)},
            {"sentence", reading.sentence()}, {"items", std::move(items)}};
}

} // namespace rotascope
