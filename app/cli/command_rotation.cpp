#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/analysis/relative/rotation_map.h"
#include "core/analysis/relative/rotation_wording.h"
#include "core/report/rotation_json.h"
#include "core/report/rotation_text.h"
#include "core/workflow/load_flows.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace rotascope::cli {

namespace {

constexpr std::string_view kCoverage = "Coverage list";

struct RotationArguments {
    std::vector<std::string> symbols;
    std::string benchmark = "SPY";
    bool weekly = false;
};

/// What is put on the map.
struct Subjects {
    std::vector<Symbol> symbols;
    std::vector<Basket> baskets;
};

/// The named; else the coverage list without the benchmark, and the baskets of the rotation.
Result<Subjects> subjectsOf(MarketStore& store, const RotationArguments& arguments, const Symbol& benchmark) {
    Subjects out;
    for (const std::string& name : arguments.symbols)
        out.symbols.push_back(canonicalSymbol(name));
    if (!out.symbols.empty())
        return out;
    const auto baskets = deskBaskets(store);
    if (!baskets)
        return Failure(baskets.error());
    if (const auto coverage = basketNamed(*baskets, kCoverage))
        out.symbols = (*coverage)->funds;
    std::erase(out.symbols, benchmark);
    std::copy_if(baskets->begin(), baskets->end(), std::back_inserter(out.baskets),
                 [](const Basket& basket) { return basket.inRotation; });
    return out;
}

std::vector<Symbol> readSymbols(const Subjects& subjects, const Symbol& benchmark) {
    std::vector<Symbol> out = subjects.symbols;
    out.push_back(benchmark);
    for (const Basket& basket : subjects.baskets)
        out.insert(out.end(), basket.funds.begin(), basket.funds.end());
    return out;
}

/// Named instruments that the desk does not hold are refused, as everywhere.
Result<void> checked(const MarketView& view, const RotationArguments& arguments, const Subjects& subjects) {
    for (const Symbol& symbol : subjects.symbols)
        if (const auto closes = view.closes(symbol); !closes && !arguments.symbols.empty())
            return Failure(closes.error());
    return {};
}

Result<Output> runRotation(const RotationArguments& arguments, const Context& context) {
    const RotationParams params{canonicalSymbol(arguments.benchmark), arguments.weekly};
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto subjects = subjectsOf(**store, arguments, params.benchmark);
    if (!subjects)
        return Failure(subjects.error());
    const std::vector<Symbol> symbols = readSymbols(*subjects, params.benchmark);
    auto market = openMarket(context, std::move(*store), symbols);
    if (!market)
        return Failure(market.error());
    if (const auto valid = checked(market->view, arguments, *subjects); !valid)
        return Failure(valid.error());
    const auto map = analyseRotation(market->view, subjects->symbols, params, subjects->baskets);
    if (!map)
        return Failure(map.error());
    if (map->tracks.empty())
        return refused("too_short", rotationInWords(*map).back());
    return answer(
        context, *market, symbols, sessionNotes(context, map->asOf),
        {[&] { return rotationReport(*map, market->desk.demo); }, [&] { return rotationAsJson(*map); }});
}

} // namespace

CommandBody declareRotation(CLI::App& app) {
    auto arguments = std::make_shared<RotationArguments>();
    app.description("Who leads a benchmark and who is turning: relative strength and its momentum.");
    app.add_option("SYMBOL", arguments->symbols,
                   "Instruments; the coverage list and the desk's baskets when none is named");
    app.add_option("--benchmark", arguments->benchmark, "What they are held against (default SPY)");
    app.add_flag("--weekly", arguments->weekly, "By weeks instead of sessions");
    return [arguments](const Context& context) { return runRotation(*arguments, context); };
}

} // namespace rotascope::cli
