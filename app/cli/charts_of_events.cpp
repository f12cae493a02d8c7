#include "app/cli/charts.h"
#include "app/cli/event_arguments.h"
#include "app/cli/option_values.h"
#include "core/base/text.h"
#include "core/figure/event_figure.h"
#include "core/figure/rule_figure.h"
#include "core/workflow/load_market.h"
#include "core/workflow/load_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rotascope::cli {

namespace {

/// The chart's options as those of `rota events`.
EventArguments choicesOf(const ChartArguments& a) {
    EventArguments out;
    out.sigma = a.sigma;
    out.threshold = shortestNumber(a.threshold);
    out.gap = std::to_string(a.gap);
    out.start = a.start;
    if (!a.on.empty())
        out.on = a.on;
    out.direction = a.direction;
    out.onlyIf = a.onlyIf;
    if (!a.entry.empty())
        out.entry = a.entry;
    out.baseline = a.baseline;
    out.rule = a.rule;
    out.dates = a.dates;
    out.days = a.days;
    out.peak = a.peak;
    out.calendar = a.calendar;
    return out;
}

} // namespace

Result<Figure> eventChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto path = placeOf("--path", a.path, kPathNames);
    const auto centre = placeOf("--centre", a.centre, kCentreNames);
    const EventArguments choices = choicesOf(a);
    auto params = studyParamsOf(choices);
    if (!path || !centre || !params)
        return Failure(!path ? path.error() : !centre ? centre.error() : params.error());
    const CommonOptions& common = ground.context.common;
    const auto market =
        loadMarket(ground.store, std::array{common.small, common.large, canonicalSymbol(a.dates)});
    if (!market)
        return failureOf(market);
    const MarketView view = ground.view(*market);
    const auto divergence = analyseDivergence(view, {common.small, common.large, a.days, false});
    if (!divergence)
        return failureOf(divergence);
    auto listed = listedDatesOf(choices, {ground.store, view, ground.context}, *divergence);
    if (!listed)
        return failureOf(listed);
    const bool inDesk =
        a.rule.empty() && listed->list && std::ranges::count(eventSymbols(view), listed->list->name) > 0;
    params->definition.dates = std::move(listed->list);
    const auto study = studyEvents(*divergence, *params);
    if (!study)
        return failureOf(study);
    if (const auto& skipped = study->pattern.skipped; !skipped.empty())
        ground.skipped.push_back(fmt::format("Not events: {}.", skippedText(skipped)));
    const bool relative = *path == 1;
    return eventFigure(*study,
                       relative ? eventPath(divergence->pair, study->pattern, params->outcomes, Leg::Relative)
                                : study->path,
                       {static_cast<PathCentre>(*centre), false, inDesk});
}

Result<Figure> ruleChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto kept = deskPlaybook(ground.store);
    const auto sessions = ground.sessions();
    if (!kept || !sessions)
        return Failure(kept ? sessions.error() : kept.error());
    const Rule rule{a.name, a.first(), a.clearWhen, a.coolDown, {}, {}, std::nullopt};
    const auto names = deskVocabulary(ground.store, *kept);
    if (!names)
        return failureOf(names);
    if (const auto sound = checkRuleIsSound(rule, *names); !sound)
        return failureOf(sound);
    const Playbook one{kept->name, {rule}, kept->flags, {}};
    const auto desk = loadRules(ground.store, one, ground.context.common.small, ground.context.common.large);
    if (!desk)
        return failureOf(desk);
    const auto reading = readPlaybook(ground.view(desk->market), one, desk->params);
    return reading ? Result<Figure>(ruleFigure(reading->rules.front(), *sessions)) : failureOf(reading);
}

} // namespace rotascope::cli
