#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/whole_file.h"
#include "core/report/catalysts_json.h"
#include "core/report/catalysts_text.h"
#include "core/workflow/load_catalysts.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rotascope::cli {

namespace {

constexpr int kMostDays = 3'660;

struct CalendarArguments {
    int days = 90;
    std::string exportTo;
    std::string saveFrom;
    bool reset = false;

    bool keepsTable() const { return reset || !saveFrom.empty() || !exportTo.empty(); }
};

Result<void> saveTable(MarketStore& store, const std::string& path) {
    const auto text = wholeFile(path, kLargestTable, "a table of catalysts has one a line");
    if (!text)
        return Failure(text.error());
    const auto table = parseCatalystsCsv(*text);
    if (!table)
        return refused(table.error().code,
                       fmt::format("{}: {} Nothing was changed.", path, table.error().message));
    if (table->empty())
        return refused("bad_catalysts",
                       fmt::format("{} holds no catalysts. To go back to the built-in dates: "
                                   "rota calendar --reset.",
                                   path));
    return saveCatalysts(store, *table);
}

Result<void> exportTable(const CatalystTable& own, const std::string& path) {
    return writeNewFile(path, catalystsCsv(catalystsInForce(own)), "Name another file.");
}

/// Changes or writes the table, and says which lists there are then.
Result<Output> runTable(MarketStore& store, const CalendarArguments& arguments, const Context& context) {
    if (arguments.reset)
        if (const auto done = saveCatalysts(store, {}); !done)
            return Failure(done.error());
    if (!arguments.saveFrom.empty())
        if (const auto done = saveTable(store, arguments.saveFrom); !done)
            return Failure(done.error());
    const auto own = loadCatalysts(store);
    if (!own)
        return Failure(own.error());
    if (!arguments.exportTo.empty())
        if (const auto done = exportTable(*own, arguments.exportTo); !done)
            return Failure(done.error());
    const auto lists = catalystLists(*own);
    if (context.common.json)
        return Output{printed(Json{{"rows", catalystsInForce(*own).size()},
                                   {"own_rows", own->size()},
                                   {"lists", catalystListsAsJson(lists)}}),
                      {},
                      0};
    std::string text;
    for (const CatalystList& list : lists)
        text += list.listed ? fmt::format("{}: {} to {}\n", list.label, dayMonthYear(list.listed->first),
                                          dayMonthYear(list.listed->last))
                            : fmt::format("{}: no dates\n", list.label);
    return Output{std::move(text), {}, 0};
}

Result<Output> runCalendar(const CalendarArguments& arguments, const Context& context) {
    if (arguments.days < 1 || arguments.days > kMostDays)
        return usageError("bad_days", fmt::format("The calendar looks 1 to {} days ahead, not {}.", kMostDays,
                                                  arguments.days));
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    // Before the table is read: --save and --reset also repair one that cannot be read.
    if (arguments.keepsTable())
        return runTable(**store, arguments, context);
    const auto own = loadCatalysts(**store);
    const auto symbols = own ? calendarSymbols(**store) : Result<std::vector<Symbol>>(Failure(own.error()));
    if (!symbols)
        return Failure(symbols.error());
    // Events of a calendar are known beforehand: the as-of date says from where to look, not what is known.
    Context latest{context.common, context.progress};
    latest.common.asOf.reset();
    const auto market = openMarket(latest, std::move(*store), *symbols);
    if (!market)
        return Failure(market.error());
    const Date first = context.common.asOf.value_or(today());
    const Date last = first + std::chrono::days{arguments.days};
    const auto found = catalystsIn(market->view, {first, last}, *own);
    const auto lists = catalystLists(*own);
    if (!context.common.json)
        return Output{catalystsText(found, first, last, lists), {}, 0};
    return Output{printed(Json{{"from", isoText(first)},
                               {"to", isoText(last)},
                               {"listed_until", isoText(listedCatalystsEnd(*own))},
                               {"lists", catalystListsAsJson(lists)},
                               {"catalysts", catalystsAsJson(found, first)}}),
                  {},
                  0};
}

} // namespace

CommandBody declareCalendar(CLI::App& app) {
    auto arguments = std::make_shared<CalendarArguments>();
    app.description(
        "What is coming: FOMC, payrolls, Russell reconstitution, witching, earnings, holidays, the calendars "
        "that were imported, and a table of one's own: a desk's rows of a category take the place of its "
        "other "
        "dates from the month of the first to that of the last.");
    app.add_option("DAYS", arguments->days, "How many days ahead (default 90), from the as-of date or today");
    auto* save = app.add_option("--save", arguments->saveFrom,
                                "Keep the table of a CSV file: category,date,name,source; any category, such "
                                "as cpi");
    app.add_option("--export", arguments->exportTo, "Write the listed dates in force into a new CSV file");
    app.add_flag("--reset", arguments->reset, "Go back to the built-in dates")->excludes(save);
    return [arguments](const Context& context) { return runCalendar(*arguments, context); };
}

} // namespace rotascope::cli
