#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/market/known.h"
#include "core/report/text_table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope::cli {

namespace {

struct AvailabilityArguments {
    std::string symbol;
    std::string when;
    std::string field;
    std::string cadence;
};

/// What of an instrument is meant; everything of it where nothing is said.
struct SeriesChoice {
    std::optional<Field> field;
    std::optional<Cadence> cadence;

    bool holds(const SeriesSummary& series) const {
        return series.field && (!field || *series.field == *field) &&
               (!cadence || series.cadence == *cadence);
    }
};

Result<SeriesChoice> choiceOf(const AvailabilityArguments& arguments) {
    SeriesChoice choice;
    if (!arguments.field.empty() && !(choice.field = fieldNamed(toLower(arguments.field))))
        return usageError("unknown_field",
                          fmt::format("\"{}\" is not a field; see `rota availability`.", arguments.field));
    if (!arguments.cadence.empty() && !(choice.cadence = cadenceNamed(toLower(arguments.cadence))))
        return usageError(
            "unknown_cadence",
            fmt::format("\"{}\" is not a cadence. There are: daily, weekly, monthly, quarterly.",
                        arguments.cadence));
    return choice;
}

Result<Availability> availabilityIn(const std::string& name) {
    if (const auto when = availabilityNamed(toLower(name)))
        return *when;
    std::string names;
    for (const std::string_view one : kAvailabilityNames)
        names += (names.empty() ? "" : ", ") + std::string(one);
    return usageError("unknown_availability",
                      fmt::format("\"{}\" is no availability. There are: {}.", name, names));
}

Result<std::vector<InstrumentSummary>> chosen(MarketStore& store, const AvailabilityArguments& arguments) {
    auto held = store.instruments();
    if (!held || arguments.symbol.empty())
        return held;
    const Symbol symbol = canonicalSymbol(arguments.symbol);
    std::vector<Symbol> symbols;
    for (const InstrumentSummary& summary : *held)
        symbols.push_back(summary.instrument.symbol);
    std::erase_if(*held, [&](const InstrumentSummary& row) { return row.instrument.symbol != symbol; });
    if (held->empty())
        return unknownSymbol(symbol, symbols);
    return held;
}

Result<void> change(MarketStore& store, const AvailabilityArguments& arguments, const SeriesChoice& choice) {
    const auto when = availabilityIn(arguments.when);
    if (!when)
        return Failure(when.error());
    const auto held = chosen(store, arguments);
    if (!held)
        return Failure(held.error());
    std::size_t changed = 0;
    for (const InstrumentSummary& summary : *held)
        for (const SeriesSummary& series : summary.series) {
            if (!choice.holds(series))
                continue;
            const SeriesKey key{summary.instrument.symbol, series.cadence, series.field};
            if (const auto done = store.setAvailability(key, *when); !done)
                return done;
            ++changed;
        }
    if (changed == 0)
        return refused("no_data", fmt::format("{} has no such series of single values; prices are known on "
                                              "their day. See `rota availability`.",
                                              canonicalSymbol(arguments.symbol)));
    return {};
}

Output answer(const std::vector<InstrumentSummary>& instruments, const SeriesChoice& choice, bool json) {
    Json list = Json::array();
    TextTable table{{"symbol", "cadence", "series", "known", "name"}, {}};
    for (const InstrumentSummary& summary : instruments)
        for (const SeriesSummary& series : summary.series) {
            if (!choice.holds(series))
                continue;
            const std::string field(nameOf(*series.field));
            const std::string_view name = nameOf(series.availability);
            list.push_back({{"symbol", summary.instrument.symbol},
                            {"cadence", nameOf(series.cadence)},
                            {"field", field},
                            {"availability", name}});
            table.rows.push_back({summary.instrument.symbol, std::string(nameOf(series.cadence)), field,
                                  std::string(wordsOf(series.availability)), std::string(name)});
        }
    return {json ? printed(Json{{"series", std::move(list)}}) : alignedText(table, {0, 1, 2, 3, 4}), {}, 0};
}

} // namespace

CommandBody declareAvailability(CLI::App& app) {
    auto arguments = std::make_shared<AvailabilityArguments>();
    app.description("When the values of a series become known: --as-of uses only what was known by then. "
                    "Prices are known on their day. With WHEN: changes it.");
    app.add_option("SYMBOL", arguments->symbol, "Instrument or series; all when none is named");
    app.add_option("WHEN", arguments->when,
                   "same_day, next_session (the NYSE session after the date), after_period (the first day of "
                   "the month after the period; of weeks the Monday after)");
    app.add_option("--field", arguments->field, "Only this field");
    app.add_option("--cadence", arguments->cadence, "Only daily, weekly, monthly or quarterly values");
    return [arguments](const Context& context) -> Result<Output> {
        const auto choice = choiceOf(*arguments);
        if (!choice)
            return Failure(choice.error());
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        if (!arguments->when.empty())
            if (const auto changed = change(**store, *arguments, *choice); !changed)
                return Failure(changed.error());
        const auto held = chosen(**store, *arguments);
        if (!held)
            return Failure(held.error());
        return answer(*held, *choice, context.common.json);
    };
}

} // namespace rotascope::cli
