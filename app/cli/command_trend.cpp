#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/provenance.h"
#include "core/analysis/trend/trend.h"
#include "core/report/trend_json.h"
#include "core/report/trend_text.h"
#include "core/workflow/load_universe.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rotascope::cli {

namespace {

struct TrendArguments {
    std::vector<std::string> symbols;
    bool adjusted = false;
};

/// The named instruments, or all that have daily closes.
Result<std::vector<Symbol>> wantedSymbols(const Context& context, const TrendParams& params) {
    if (!params.symbols.empty())
        return params.symbols;
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto held = (*store)->instruments();
    if (!held)
        return Failure(held.error());
    return pricedSymbols(*held);
}

TrendParams paramsOf(const TrendArguments& arguments) {
    TrendParams params;
    for (const std::string& name : arguments.symbols)
        params.symbols.push_back(canonicalSymbol(name));
    params.prices = arguments.adjusted ? PriceChoice::Adjusted : PriceChoice::Close;
    return params;
}

std::vector<std::string> notesOf(const Context& context, const TrendStates& states) {
    std::vector<std::string> notes;
    if (context.common.asOf && *context.common.asOf != states.asOf)
        notes.push_back(fmt::format("{} has no session; this is as of {}, the last one before it.",
                                    isoText(*context.common.asOf), isoText(states.asOf)));
    return notes;
}

std::vector<Symbol> symbolsOf(const TrendStates& states) {
    std::vector<Symbol> out;
    for (const TrendRow& row : states.rows)
        out.push_back(row.symbol());
    return out;
}

Result<Output> runTrend(const TrendArguments& arguments, const Context& context) {
    const TrendParams params = paramsOf(arguments);
    const auto symbols = wantedSymbols(context, params);
    if (!symbols)
        return Failure(symbols.error());
    auto market = openMarket(context, *symbols);
    if (!market)
        return Failure(market.error());
    const auto states = analyseTrend(market->view, params);
    if (!states)
        return Failure(states.error());
    Output output{{}, notesOf(context, *states), 0};
    if (!context.common.json) {
        output.text = trendText(*states, market->desk.demo);
        return output;
    }
    auto text = printedWithProvenance(trendAsJson(*states), *market->store, market->desk, symbolsOf(*states));
    if (!text)
        return Failure(text.error());
    output.text = std::move(*text);
    return output;
}

} // namespace

CommandBody declareTrend(CLI::App& app) {
    auto arguments = std::make_shared<TrendArguments>();
    app.description("Every instrument's close against its moving averages, with crosses, breakouts, RSI and "
                    "volume.");
    app.add_option("SYMBOL", arguments->symbols, "Instruments; all with daily closes when none is named");
    app.add_flag("--adjusted", arguments->adjusted, "Dividend-adjusted closes instead of prices");
    return [arguments](const Context& context) { return runTrend(*arguments, context); };
}

} // namespace rotascope::cli
