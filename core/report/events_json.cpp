#include "core/report/events_json.h"

#include "core/analysis/event_headline.h"
#include "core/base/text.h"
#include "core/report/json.h"
#include "core/report/outcomes_json.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

Json definitionAsJson(const EventStudy& study) {
    const EventDefinition& definition = study.params.definition;
    return {{"text", study.definitionText},
            {"sigma", infoOf(definition.sigma).id},
            {"threshold", definition.threshold},
            {"direction", definition.direction == EventDirection::Up ? "up" : "down"},
            {"on", definition.on == EventSeries::Spread ? "spread" : "small"},
            {"gap", definition.gap},
            {"start", jsonDate(definition.start)},
            {"only_if", definition.onlyIf},
            {"peak", definition.peak},
            {"listed", definition.dates.has_value()},
            {"entry", study.params.outcomes.entry == EntryRule::NextClose ? "next" : "close"},
            {"calendar", study.params.outcomes.calendar},
            {"baseline", study.params.outcomes.baseline == BaselineRule::AnySession ? "all" : "volatility"}};
}

Json byHorizon(const std::array<double, kEventHorizons.size()>& values) {
    Json object = Json::object();
    for (std::size_t h = 0; h < kEventHorizons.size(); ++h)
        object[std::to_string(kEventHorizons[h])] = jsonNumber(values[h]);
    return object;
}

Json listAsJson(const std::vector<EventRow>& rows) {
    Json list = Json::array();
    for (const EventRow& row : rows)
        list.push_back({{"date", isoText(row.date)},
                        {"z", jsonNumber(row.z)},
                        {"spread", jsonNumber(row.spread)},
                        {"return_small", jsonNumber(row.returnSmall)},
                        {"small", byHorizon(row.small)},
                        {"relative", byHorizon(row.relative)}});
    return list;
}

Json columnAsJson(const std::vector<double>& column) {
    Json list = Json::array();
    for (const double value : column)
        list.push_back(jsonNumber(value));
    return list;
}

Json pathAsJson(const EventPath& path) {
    return {{"first_step", -kPathBefore},
            {"last_step", kPathAfter},
            {"n", path.count},
            {"mean", columnAsJson(path.mean)},
            {"low", columnAsJson(path.low)},
            {"high", columnAsJson(path.high)},
            {"median", columnAsJson(path.median)},
            {"median_low", columnAsJson(path.medianLow)},
            {"median_high", columnAsJson(path.medianHigh)},
            {"baseline", columnAsJson(path.baseline)}};
}

Json combinationsAsJson(const EventRobustness& robustness) {
    Json list = Json::array();
    for (const Combination& c : robustness.combinations)
        list.push_back({{"sigma", infoOf(c.sigma).id},
                        {"threshold", c.threshold},
                        {"gap", c.gap},
                        {"event_days", c.eventDays},
                        {"events", c.events},
                        {"n", c.n},
                        {"n_effective", jsonNumber(c.nEffective)},
                        {"mean", jsonNumber(c.mean)},
                        {"baseline_mean", jsonNumber(c.baseline)},
                        {"p_placebo", jsonNumber(c.p)}});
    return list;
}

Json splitsAsJson(const std::vector<EventSplit>& splits) {
    Json list = Json::array();
    for (const EventSplit& split : splits)
        list.push_back({{"label", split.label},
                        {"n", split.n},
                        {"mean", jsonNumber(split.mean)},
                        {"hit", jsonNumber(split.hit)},
                        {"baseline_mean", jsonNumber(split.baselineMean)},
                        {"baseline_n", split.baselineN}});
    return list;
}

Json robustnessAsJson(const EventRobustness& robustness) {
    Json leftOut = Json::array();
    for (const LeftOutYear& year : robustness.leftOut)
        leftOut.push_back({{"year", year.year},
                           {"events", year.events},
                           {"mean_without", jsonNumber(year.mean)},
                           {"carried", jsonNumber(year.carried)}});
    return {{"horizon", robustness.horizon},
            {"looked_at", robustness.combinations.size()},
            {"tested", robustness.tested()},
            {"p_below_5_percent", robustness.below5Percent()},
            {"combinations", combinationsAsJson(robustness)},
            {"left_out", std::move(leftOut)},
            {"decades", splitsAsJson(robustness.decades)},
            {"yield", robustness.yieldName.empty() ? Json(nullptr) : Json(robustness.yieldName)},
            {"yield_directions", splitsAsJson(robustness.yields)}};
}

Json sensitivityAsJson(const std::vector<GapSensitivity>& gaps) {
    Json list = Json::array();
    for (const GapSensitivity& row : gaps)
        list.push_back(
            {{"gap", row.gap}, {"events", row.events}, {"horizons", horizonsAsJson(row.horizons, false)}});
    return list;
}

Json skippedAsJson(const std::vector<SkippedDate>& skipped) {
    Json list = Json::array();
    for (const SkippedDate& date : skipped)
        list.push_back({{"line", date.line}, {"text", date.text}, {"reason", date.reason}});
    return list;
}

} // namespace

Json eventsAsJson(const EventStudy& study, const EventRobustness& robustness) {
    Json dates = Json::array();
    for (const EventRow& row : study.rows)
        dates.push_back(isoText(row.date));
    return {{"as_of", isoText(study.asOf)},
            {"small", study.pair.small},
            {"large", study.pair.large},
            {"days", study.pair.days},
            {"definition", definitionAsJson(study)},
            {"event_days", study.pattern.eventDays.size()},
            {"events", study.pattern.events.size()},
            {"dates", std::move(dates)},
            {"sample",
             {{"first", isoText(study.sample.first)},
              {"last", isoText(study.sample.last)},
              {"sessions", study.sample.sessions}}},
            {"horizons", horizonsAsJson(study.horizons, true)},
            {"sensitivity", sensitivityAsJson(robustness.gaps)},
            {"list", listAsJson(study.rows)},
            {"losses", lossesAsJson(study.losses)},
            {"path", pathAsJson(study.path)},
            {"robustness", robustnessAsJson(robustness)},
            {"skipped_dates", skippedAsJson(study.pattern.skipped)},
            {"notes", study.notes}};
}

Json claimAsJson(const ClaimJudgement& judgement) {
    constexpr std::array<std::string_view, 4> kMatches{"reproduced", "near", "not_reproduced", "unknown"};
    Json figures = Json::array();
    for (const ClaimFinding& finding : judgement.findings) {
        const OutcomeFigures& small = finding.outcomes.small;
        figures.push_back(
            {{"horizon", finding.claimed.horizon},
             {"claimed", finding.claimed.value},
             {"match", kMatches[static_cast<std::size_t>(finding.match)]},
             {"mean", jsonNumber(small.inference.mean)},
             {"n", small.inference.n},
             {"baseline_mean", jsonNumber(small.baselineMean)},
             {"p_placebo", jsonNumber(small.placebo)},
             {"detectable", jsonNumber(small.inference.detectable)},
             {"reproduced_under", finding.under ? Json(infoOf(*finding.under).id) : Json(nullptr)}});
    }
    return {{"since", jsonDate(judgement.claim.since)},
            {"made", jsonDate(judgement.claim.made)},
            {"threshold", judgement.claim.threshold},
            {"figures", std::move(figures)},
            {"sentences", judgement.sentences}};
}

} // namespace rotascope
