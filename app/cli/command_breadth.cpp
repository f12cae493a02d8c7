#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/analysis/relative/breadth.h"
#include "core/report/breadth_json.h"
#include "core/report/breadth_text.h"
#include "core/workflow/load_flows.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace rotascope::cli {

namespace {

struct BreadthArguments {
    std::string list = "Coverage list";
    int window = 21;
};

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
    auto market = openMarket(context, std::move(*store), basket.funds);
    if (!market)
        return Failure(market.error());
    const auto breadth =
        analyseBreadth(market->view, basket, static_cast<std::size_t>(std::max(arguments.window, 0)));
    if (!breadth)
        return Failure(breadth.error());
    return answer(context, *market, basket.funds, sessionNotes(context, breadth->asOf),
                  {[&] { return breadthReport(*breadth, basket.name, market->desk.demo); },
                   [&] { return breadthAsJson(*breadth, basket.name); }});
}

} // namespace

CommandBody declareBreadth(CLI::App& app) {
    auto arguments = std::make_shared<BreadthArguments>();
    app.description("How many of a list rose and stand above their averages, leaders and laggards.");
    app.add_option("--list", arguments->list, "A basket of the desk (default \"Coverage list\")");
    app.add_option("--window", arguments->window, "Sessions of the move (default 21)");
    return [arguments](const Context& context) { return runBreadth(*arguments, context); };
}

} // namespace rotascope::cli
