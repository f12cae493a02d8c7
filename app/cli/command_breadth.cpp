#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/analysis/relative/breadth.h"
#include "core/report/breadth_json.h"
#include "core/report/breadth_text.h"
#include "core/workflow/load_flows.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace rotascope::cli {

namespace {

struct BreadthArguments {
    std::string list = "Coverage list";
    int window = 21;
    std::string fund = "SPY";
};

/// The list, every known breadth series, the fund's holdings and their own closes.
Result<std::vector<Symbol>> symbolsOf(MarketStore& store, const Basket& list, const Symbol& fund) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<Symbol> out = list.funds;
    for (const BreadthSeriesInfo& info : kBreadthSeries)
        out.emplace_back(info.symbol);
    for (const InstrumentSummary& row : *held)
        if (const Symbol symbol = constituentOf(fund, row.instrument.symbol); !symbol.empty())
            out.insert(out.end(), {row.instrument.symbol, symbol});
    return out;
}

Result<Output> runBreadth(const BreadthArguments& arguments, const Context& context) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto baskets = deskBaskets(**store);
    if (!baskets)
        return Failure(baskets.error());
    const auto list = basketNamed(*baskets, arguments.list);
    if (!list)
        return Failure(list.error());
    const Basket& basket = **list;
    const Symbol fund = canonicalSymbol(arguments.fund);
    const auto symbols = symbolsOf(**store, basket, fund);
    if (!symbols)
        return Failure(symbols.error());
    auto market = openMarket(context, std::move(*store), *symbols);
    if (!market)
        return Failure(market.error());
    const auto window = static_cast<std::size_t>(std::max(arguments.window, 0));
    auto breadth = analyseBreadth(market->view, basket, window);
    if (!breadth)
        return Failure(breadth.error());
    const Date asOf = breadth->asOf;
    const BreadthReport report{basket.name, std::move(*breadth), importedBreadth(market->view, asOf),
                               constituentGain(market->view, fund, window)};
    return answer(
        context, *market, *symbols, sessionNotes(context, asOf),
        {[&] { return breadthReport(report, market->desk.demo); }, [&] { return breadthAsJson(report); }});
}

} // namespace

CommandBody declareBreadth(CLI::App& app) {
    auto arguments = std::make_shared<BreadthArguments>();
    app.description("How many of a list rose and stand above their averages, leaders and laggards.");
    app.add_option("--list", arguments->list, "A basket of the desk (default \"Coverage list\")");
    app.add_option("--window", arguments->window, "Sessions of the move (default 21)");
    app.add_option("--fund", arguments->fund,
                   "Whose imported holdings say what their best fifth made (default SPY)");
    return [arguments](const Context& context) { return runBreadth(*arguments, context); };
}

} // namespace rotascope::cli
