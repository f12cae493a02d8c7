#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/analysis/relative/basket_index.h"
#include "core/report/relative_json.h"
#include "core/report/relative_text.h"
#include "core/workflow/load_flows.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rotascope::cli {

namespace {

constexpr int kMostDays = 252;

struct GroupArguments {
    std::string first;
    std::string second;
    int days = 5;
};

std::vector<Symbol> symbolsOf(const Basket& first, const Basket& second) {
    std::vector<Symbol> out = first.funds;
    out.insert(out.end(), second.funds.begin(), second.funds.end());
    return out;
}

Result<Output> compare(const Basket& first, const Basket& second, const GroupArguments& arguments,
                       const Context& context, std::unique_ptr<MarketStore> store) {
    if (first.name == second.name)
        return usageError("same_group", fmt::format("\"{}\" cannot be compared with itself.", first.name));
    const std::vector<Symbol> symbols = symbolsOf(first, second);
    auto market = openMarket(context, std::move(store), symbols);
    if (!market)
        return Failure(market.error());
    const auto groups = groupRatio(market->view, first, second);
    if (!groups)
        return Failure(groups.error());
    return answer(context, *market, symbols, sessionNotes(context, groups->pair.dates.back()),
                  {[&] { return groupsReport(*groups, arguments.days, market->desk.demo); },
                   [&] { return groupsAsJson(*groups, arguments.days); }});
}

Result<Output> runGroups(const GroupArguments& arguments, const Context& context) {
    if (arguments.days < 1 || arguments.days > kMostDays)
        return usageError("bad_days", fmt::format("A move is measured over 1 to {} sessions, not {}.",
                                                  kMostDays, arguments.days));
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto baskets = deskBaskets(**store);
    if (!baskets)
        return Failure(baskets.error());
    const auto first = basketNamed(*baskets, arguments.first);
    if (!first)
        return Failure(first.error());
    const auto second = basketNamed(*baskets, arguments.second);
    if (!second)
        return Failure(second.error());
    return compare(**first, **second, arguments, context, std::move(*store));
}

} // namespace

CommandBody declareGroups(CLI::App& app) {
    auto arguments = std::make_shared<GroupArguments>();
    app.description(
        "One basket of the desk against another: ratio, returns, z. Equal weights, set anew every "
        "day.");
    app.add_option("FIRST", arguments->first, "Basket, such as Cyclicals (see rota baskets)")->required();
    app.add_option("SECOND", arguments->second, "The one it is held against")->required();
    app.add_option("--days", arguments->days, "Sessions of the move (default 5)");
    return [arguments](const Context& context) { return runGroups(*arguments, context); };
}

} // namespace rotascope::cli
