#include "app/cli/commands.h"
#include "app/cli/event_arguments.h"
#include "app/cli/json_text.h"
#include "app/cli/provenance.h"
#include "core/analysis/event_claim.h"
#include "core/analysis/event_robustness.h"
#include "core/base/text.h"
#include "core/report/events_json.h"
#include "core/report/events_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <memory>

namespace rotascope::cli {

namespace {

constexpr std::size_t kKnobHorizon = 126;

struct EventCommand : EventArguments {
    std::string claim;
};

void declareOptions(CLI::App& app, EventCommand& arguments) {
    app.add_option("--sigma", arguments.sigma,
                   "in_sample, expanding (default), rolling_252, rolling_756, mad or ewma_94");
    app.add_option("--threshold", arguments.threshold, "z from which a session is an event (default 3)");
    app.add_option("--gap", arguments.gap, "Sessions that must pass between two events (default 63)");
    app.add_option("--start", arguments.start, "First date of events and baseline, YYYY-MM-DD");
    app.add_option("--on", arguments.on, "spread (default) or small: the series whose z decides");
    app.add_option("--days", arguments.days, "Sessions of the move (default 5)");
    app.add_option("--direction", arguments.direction, "up (default): z ≥ k; down: z ≤ −k");
    app.add_option("--only-if", arguments.onlyIf, "Condition on the day, such as \"small > 0\"");
    app.add_option("--entry", arguments.entry,
                   "next (default): the close after the event; close: the event's");
    app.add_flag("--peak", arguments.peak,
                 "The peak of a run instead of its first day (known only afterwards)");
    app.add_flag("--calendar", arguments.calendar, "Horizons of calendar months instead of sessions");
    app.add_option("--baseline", arguments.baseline, "all (default) or volatility: sessions as volatile");
    app.add_option("--rule", arguments.rule, "Firings of a rule as events");
    app.add_option("--dates", arguments.dates,
                   "An event of an imported calendar, a category of `rota calendar` (fomc, russell, …, or "
                   "catalysts:NAME), or a file with one date a line");
    app.add_option("--claim", arguments.claim, "A published claim to hold against the data");
}

/// The claim against what was known when it was made.
Result<std::optional<ClaimJudgement>> judgementOf(const std::string& text, const MarketView& view,
                                                  const Divergence& divergence,
                                                  const EventStudyParams& params) {
    if (text.empty())
        return std::optional<ClaimJudgement>{};
    const auto claim = parseClaim(text);
    if (!claim)
        return Failure(claim.error());
    auto judgement = judgeClaimAsMade(view, divergence, params, *claim);
    if (!judgement)
        return Failure(judgement.error());
    return std::optional(std::move(*judgement));
}

struct Answer {
    EventStudy study;
    EventRobustness robustness;
    std::optional<ClaimJudgement> claim;
};

Result<Answer> answerOf(const Divergence& divergence, const MarketView& view, const EventStudyParams& params,
                        const std::string& claimText) {
    auto study = studyEvents(divergence, params);
    if (!study)
        return Failure(study.error());
    auto robustness = studyRobustness(divergence, params, kKnobHorizon, Leg::Small, tenYearYield(view));
    if (!robustness)
        return Failure(robustness.error());
    auto claim = judgementOf(claimText, view, divergence, params);
    if (!claim)
        return Failure(claim.error());
    return Answer{std::move(*study), std::move(*robustness), std::move(*claim)};
}

Result<std::string> printedAnswer(const Answer& answer, const OpenMarket& market, const Context& context,
                                  std::span<const Symbol> symbols) {
    if (!context.common.json)
        return eventsText(answer.study, answer.robustness, market.desk.demo) +
               (answer.claim ? "\nClaim\n" + claimText(*answer.claim) : "");
    Json object = eventsAsJson(answer.study, answer.robustness);
    if (answer.claim)
        object["claim"] = claimAsJson(*answer.claim);
    return printedWithProvenance(std::move(object), *market.store, market.desk, symbols);
}

Result<Output> runEvents(const EventCommand& arguments, const Context& context) {
    auto params = studyParamsOf(arguments);
    if (!params)
        return Failure(params.error());
    const DivergenceParams pair{context.common.small, context.common.large, arguments.days, false};
    std::vector<Symbol> symbols{pair.small, pair.large};
    for (Symbol& symbol : tenYearYieldSymbols())
        symbols.push_back(std::move(symbol));
    if (!arguments.dates.empty())
        symbols.push_back(canonicalSymbol(arguments.dates));
    const auto market = openMarket(context, symbols);
    if (!market)
        return Failure(market.error());
    const auto divergence = analyseDivergence(market->view, pair);
    if (!divergence)
        return Failure(divergence.error());
    auto dates = listedDatesOf(arguments, {*market->store, market->view, context}, *divergence);
    if (!dates)
        return Failure(dates.error());
    params->definition.dates = std::move(dates->list);
    const auto answer = answerOf(*divergence, market->view, *params, arguments.claim);
    if (!answer)
        return Failure(answer.error());
    const auto text = printedAnswer(*answer, *market, context, symbols);
    if (!text)
        return Failure(text.error());
    Output output{*text, asOfNotes(context, divergence->asOf), 0};
    if (!dates->note.empty())
        output.notes.push_back(dates->note);
    if (const auto& skipped = answer->study.pattern.skipped; !skipped.empty()) {
        output.notes.push_back(fmt::format("Not events: {}.", skippedText(skipped)));
        output.exitCode = 2;
    }
    return output;
}

} // namespace

CommandBody declareEvents(CLI::App& app) {
    auto arguments = std::make_shared<EventCommand>();
    app.description(
        "What followed sessions on which small caps moved unusually far from large caps: outcomes "
        "against any session, how sure one may be, and whether it hangs on one knob.");
    declareOptions(app, *arguments);
    return [arguments](const Context& context) { return runEvents(*arguments, context); };
}

} // namespace rotascope::cli
