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
    return answer(
        context, *market, symbolsOf(*states), sessionNotes(context, states->asOf),
        {[&] { return trendText(*states, market->desk.demo); }, [&] { return trendAsJson(*states); }});
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
