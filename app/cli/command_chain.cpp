#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/analysis/relative/chain.h"
#include "core/report/relative_json.h"
#include "core/report/relative_text.h"
#include "core/workflow/relative_settings.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace rotascope::cli {

namespace {

struct ChainArguments {
    std::string links;
    int days = 5;
    bool save = false;
    bool reset = false;
};

/// The links named, else the desk's; kept where that is asked for.
Result<std::vector<Symbol>> linksOf(MarketStore& store, const ChainArguments& arguments) {
    if (arguments.reset)
        return saveChain(store, "");
    if (arguments.links.empty())
        return loadChain(store);
    return arguments.save ? saveChain(store, arguments.links) : parseChain(arguments.links);
}

Result<Output> runChain(const ChainArguments& arguments, const Context& context) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto links = linksOf(**store, arguments);
    if (!links)
        return Failure(links.error());
    auto market = openMarket(context, std::move(*store), *links);
    if (!market)
        return Failure(market.error());
    const auto chain = analyseChain(market->view, {*links, arguments.days});
    if (!chain)
        return Failure(chain.error());
    return answer(
        context, *market, *links, sessionNotes(context, chain->asOf),
        {[&] { return chainReport(*chain, market->desk.demo); }, [&] { return chainAsJson(*chain); }});
}

} // namespace

CommandBody declareChain(CLI::App& app) {
    auto arguments = std::make_shared<ChainArguments>();
    app.description("What a divergence is made of: the steps from the smallest companies to the index, each "
                    "with its z.");
    auto* links = app.add_option("--links", arguments->links,
                                 "Instruments from small to large, such as IWM,IJR,RSP,SPY; default the "
                                 "desk's");
    app.add_option("--days", arguments->days, "Sessions of the move (default 5)");
    app.add_flag("--save", arguments->save, "Keeps the links in the desk")->needs(links);
    app.add_flag("--reset", arguments->reset, "Back to the links of a new desk");
    return [arguments](const Context& context) { return runChain(*arguments, context); };
}

} // namespace rotascope::cli
