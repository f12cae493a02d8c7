#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/analysis/yields/yield_study.h"
#include "core/report/yields_json.h"
#include "core/report/yields_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rotascope::cli {

namespace {

constexpr int kMostWeeks = 10'000;

/// The yields, the pair and every credit spread of the desk.
Result<std::vector<Symbol>> symbolsOf(MarketStore& store, const CommonOptions& common) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<Symbol> out{common.small, common.large};
    for (const YieldInfo& info : kYields)
        if (info.less.empty())
            out.emplace_back(info.symbol);
    for (const InstrumentSummary& row : *held)
        if (row.instrument.kind == InstrumentKind::CreditSpread)
            out.push_back(row.instrument.symbol);
    return out;
}

Result<Output> runYields(int weeks, const Context& context) {
    if (weeks < 1 || weeks > kMostWeeks)
        return usageError("bad_weeks", fmt::format("--weeks takes 1 to {}, not {}.", kMostWeeks, weeks));
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto symbols = symbolsOf(**store, context.common);
    if (!symbols)
        return Failure(symbols.error());
    auto market = openMarket(context, std::move(*store), *symbols);
    if (!market)
        return Failure(market.error());
    const auto study = studyYields(market->view, {context.common.small, context.common.large});
    if (!study)
        return Failure(study.error());
    const auto shown = static_cast<std::size_t>(weeks);
    return answer(context, *market, *symbols, {},
                  {[&] { return yieldsReport(*study, shown, market->desk.demo); },
                   [&] { return yieldsAsJson(*study, shown); }});
}

} // namespace

CommandBody declareYields(CLI::App& app) {
    auto weeks = std::make_shared<int>(13);
    app.description("Treasury yields by week, how the pair answers to the 10-year yield, credit spreads.");
    app.add_option("--weeks", *weeks, "Weeks shown (default 13)");
    return [weeks](const Context& context) { return runYields(*weeks, context); };
}

} // namespace rotascope::cli
