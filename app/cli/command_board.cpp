#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/report/relative_json.h"
#include "core/report/relative_text.h"
#include "core/workflow/relative_settings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace rotascope::cli {

namespace {

constexpr int kMostDays = 252;

struct BoardArguments {
    std::string pairs;
    int days = 5;
    bool save = false;
    bool reset = false;
};

/// One pair a line, as the desk keeps them.
std::string onLines(std::string pairs) {
    std::replace_if(
        pairs.begin(), pairs.end(), [](char c) { return c == ',' || c == ';' || c == ' '; }, '\n');
    return pairs;
}

Result<std::vector<BoardPair>> pairsOf(MarketStore& store, const BoardArguments& arguments) {
    if (arguments.reset)
        return savePairs(store, "");
    if (arguments.pairs.empty())
        return loadPairs(store);
    const std::string text = onLines(arguments.pairs);
    return arguments.save ? savePairs(store, text) : parsePairs(text);
}

std::vector<Symbol> symbolsOf(const std::vector<BoardPair>& pairs) {
    std::vector<Symbol> out;
    for (const BoardPair& pair : pairs)
        for (const Symbol& symbol : {pair.small, pair.large})
            if (std::find(out.begin(), out.end(), symbol) == out.end())
                out.push_back(symbol);
    return out;
}

/// Refuses a board without a single figure, with the first reason.
Result<void> checked(const std::vector<BoardRow>& rows) {
    if (lastDateOf(rows))
        return {};
    return refused("no_data", "No pair of the board has figures: " + rows.front().missing);
}

Result<Output> runBoard(const BoardArguments& arguments, const Context& context) {
    if (arguments.days < 1 || arguments.days > kMostDays)
        return usageError("bad_days", fmt::format("A move is measured over 1 to {} sessions, not {}.",
                                                  kMostDays, arguments.days));
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto pairs = pairsOf(**store, arguments);
    if (!pairs)
        return Failure(pairs.error());
    const std::vector<Symbol> symbols = symbolsOf(*pairs);
    auto market = openMarket(context, std::move(*store), symbols);
    if (!market)
        return Failure(market.error());
    const std::vector<BoardRow> rows = pairBoard(market->view, *pairs, arguments.days);
    if (const auto any = checked(rows); !any)
        return Failure(any.error());
    return answer(context, *market, symbols, sessionNotes(context, *lastDateOf(rows)),
                  {[&] { return boardReport(rows, arguments.days, market->desk.demo); },
                   [&] { return boardAsJson(rows, arguments.days); }});
}

} // namespace

CommandBody declareBoard(CLI::App& app) {
    auto arguments = std::make_shared<BoardArguments>();
    app.description("Many pairs at once: spread, z, percentile, and what beta leaves.");
    auto* pairs =
        app.add_option("--pairs", arguments->pairs, "Pairs such as RUT/SPX,IWM/SPY; default the desk's");
    app.add_option("--days", arguments->days, "Sessions of the move (default 5)");
    app.add_flag("--save", arguments->save, "Keeps the pairs in the desk")->needs(pairs);
    app.add_flag("--reset", arguments->reset, "Back to the pairs of a new desk");
    return [arguments](const Context& context) { return runBoard(*arguments, context); };
}

} // namespace rotascope::cli
