#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/report/catalysts_json.h"
#include "core/report/catalysts_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rotascope::cli {

namespace {

constexpr int kMostDays = 3'660;

/// Symbols of the desk's imported calendars.
Result<std::vector<Symbol>> calendarsOf(const Context& context) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto held = (*store)->instruments();
    if (!held)
        return Failure(held.error());
    std::vector<Symbol> symbols;
    for (const InstrumentSummary& row : *held)
        if (row.instrument.kind == InstrumentKind::Event)
            symbols.push_back(row.instrument.symbol);
    return symbols;
}

Result<Output> runCalendar(int days, const Context& context) {
    if (days < 1 || days > kMostDays)
        return usageError("bad_days",
                          fmt::format("The calendar looks 1 to {} days ahead, not {}.", kMostDays, days));
    const auto symbols = calendarsOf(context);
    if (!symbols)
        return Failure(symbols.error());
    // Events of a calendar are known beforehand: the as-of date says from where to look, not what is known.
    Context latest{context.common, context.progress};
    latest.common.asOf.reset();
    const auto market = openMarket(latest, *symbols);
    if (!market)
        return Failure(market.error());
    const Date first = context.common.asOf.value_or(today());
    const Date last = first + std::chrono::days{days};
    const auto found = catalystsIn(market->view, {first, last});
    if (!context.common.json)
        return Output{catalystsText(found, first, last), {}, 0};
    return Output{printed(Json{{"from", isoText(first)},
                               {"to", isoText(last)},
                               {"listed_until", isoText(listedCatalystsEnd())},
                               {"catalysts", catalystsAsJson(found, first)}}),
                  {},
                  0};
}

} // namespace

CommandBody declareCalendar(CLI::App& app) {
    auto days = std::make_shared<int>(90);
    app.description(
        "What is coming: FOMC, payrolls, Russell reconstitution, witching, earnings, holidays, and the "
        "calendars that were imported.");
    app.add_option("DAYS", *days, "How many days ahead (default 90), from the as-of date or today");
    return [days](const Context& context) { return runCalendar(*days, context); };
}

} // namespace rotascope::cli
