#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/provenance.h"
#include "core/analysis/flows/flow_headline.h"
#include "core/report/flows_json.h"
#include "core/report/flows_text.h"
#include "core/workflow/load_flows.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rotascope::cli {

namespace {

struct FlowArguments {
    std::vector<std::string> symbols;
    std::string week;
    std::string group;
    std::string source;
};

void declareOptions(CLI::App& app, FlowArguments& arguments) {
    app.add_option("SYMBOL", arguments.symbols, "Funds; all that have flows when none is named");
    app.add_option("--week", arguments.week,
                   "The week that holds this date, YYYY-MM-DD; default the last one");
    app.add_option("--group", arguments.group, "The funds of one basket (see rota baskets)");
    app.add_option("--source", arguments.source,
                   "Whose figures to believe first: reported, shares or assets; default as the desk says");
}

Result<FlowSource> sourceOf(const std::string& text, FlowSource usual) {
    if (text.empty())
        return usual;
    if (const auto source = flowSourceNamed(text))
        return *source;
    return usageError("bad_source",
                      fmt::format("--source \"{}\" is none of reported, shares, assets.", text));
}

Result<std::optional<Date>> weekOf(const std::string& text) {
    if (text.empty())
        return std::optional<Date>{};
    if (const auto date = parseIsoDate(text))
        return std::optional(*date);
    return usageError("bad_date", fmt::format("--week \"{}\" is not a date; write YYYY-MM-DD.", text));
}

/// The named funds, or those of the basket that have flows.
Result<std::vector<Symbol>> fundsOf(const FlowArguments& arguments, const FlowDesk& desk,
                                    const MarketView& view) {
    std::vector<Symbol> out;
    for (const std::string& name : arguments.symbols)
        out.push_back(canonicalSymbol(name));
    if (arguments.group.empty())
        return out;
    const auto basket = basketNamed(desk.baskets, arguments.group);
    if (!basket)
        return Failure(basket.error());
    const std::vector<Symbol> held = flowUniverse(view).symbols;
    for (const Symbol& symbol : (*basket)->funds)
        if (std::find(held.begin(), held.end(), symbol) != held.end())
            out.push_back(symbol);
    if (out.empty())
        return refused("no_flows", fmt::format("No fund of \"{}\" has flows in this desk. Import shares "
                                               "outstanding with NAV, or flows.",
                                               (*basket)->name));
    return out;
}

Result<FlowParams> paramsOf(const FlowArguments& arguments, const Context& context, const FlowDesk& desk,
                            const MarketView& view) {
    FlowParams params;
    const auto week = weekOf(arguments.week);
    if (!week)
        return Failure(week.error());
    const auto source = sourceOf(arguments.source, desk.preferred);
    if (!source)
        return Failure(source.error());
    auto funds = fundsOf(arguments, desk, view);
    if (!funds)
        return Failure(funds.error());
    params.week = *week;
    params.preferred = *source;
    params.funds = std::move(*funds);
    params.baskets = desk.baskets;
    params.suspects = desk.suspects;
    params.small = context.common.small;
    params.large = context.common.large;
    return params;
}

std::vector<std::string> notesOf(const FlowArguments& arguments, const Flows& flows) {
    std::vector<std::string> notes;
    const auto wanted = parseIsoDate(arguments.week);
    if (wanted && weekEndOn(*wanted, flows.params.weekEnd) != flows.weekEnding)
        notes.push_back(
            fmt::format("The week of {} has no flow; this is the week to {}, the last one before it.",
                        isoText(*wanted), isoText(flows.weekEnding)));
    if (flows.isRunning)
        notes.push_back(
            fmt::format("The week to {} is not complete: figures cover {} of {} sessions. Counts and "
                        "flows are published one session later.",
                        isoText(flows.weekEnding), flows.sessions, flows.expected));
    return notes;
}

/// The named funds are studied; without names the one that the words are about.
std::vector<FlowStudy> studiesOf(const MarketView& view, const Flows& flows) {
    std::vector<FlowStudy> out;
    const LeagueRow* lead = leadRow(flows);
    for (const FundFlows& fund : flows.funds)
        if (!flows.params.funds.empty() || (lead && lead->symbol == fund.symbol()))
            out.push_back(studyFlows(view, fund, flows.weekEnding, flows.params.large));
    return out;
}

std::vector<Symbol> symbolsOf(const Flows& flows) {
    std::vector<Symbol> out;
    for (const FundFlows& fund : flows.funds)
        out.push_back(fund.symbol());
    return out;
}

Result<Output> runFlows(const FlowArguments& arguments, const Context& context) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto info = (*store)->info();
    if (!info)
        return Failure(info.error());
    const std::array pair{context.common.small, context.common.large};
    const auto desk = loadFlows(**store, pair);
    if (!desk)
        return Failure(desk.error());
    const MarketView view = context.common.asOf ? MarketView::asOf(desk->market, *context.common.asOf)
                                                : MarketView::latest(desk->market);
    const auto params = paramsOf(arguments, context, *desk, view);
    if (!params)
        return Failure(params.error());
    const auto flows = analyseFlows(view, *params);
    if (!flows)
        return Failure(flows.error());
    const std::vector<FlowStudy> studies = studiesOf(view, *flows);
    Output output{{}, notesOf(arguments, *flows), 0};
    if (!context.common.json) {
        output.text = flowsText(*flows, studies, info->demo);
        return output;
    }
    auto text = printedWithProvenance(flowsAsJson(*flows, studies), **store, *info, symbolsOf(*flows));
    if (!text)
        return Failure(text.error());
    output.text = std::move(*text);
    return output;
}

} // namespace

CommandBody declareFlows(CLI::App& app) {
    auto arguments = std::make_shared<FlowArguments>();
    app.description(
        "Who pays for the rotation: ETF flows of a week, how unusual they are, and baskets from source "
        "to destination.");
    declareOptions(app, *arguments);
    return [arguments](const Context& context) { return runFlows(*arguments, context); };
}

} // namespace rotascope::cli
