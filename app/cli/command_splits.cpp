#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/whole_file.h"
#include "core/base/text.h"
#include "core/report/text_table.h"
#include "core/workflow/splits_csv.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope::cli {

namespace {

struct SplitArguments {
    std::string symbol;
    std::string date;
    std::string ratio;
    std::vector<std::string> scopes;
    bool remove = false;
    std::string importFrom;
    std::string exportTo;
};

Result<std::vector<SplitScope>> scopesIn(const std::vector<std::string>& names) {
    std::vector<SplitScope> out;
    for (const std::string& name : names) {
        const auto scope = splitScopeNamed(toLower(name));
        if (!scope)
            return usageError("unknown_scope",
                              fmt::format("\"{}\" is none of prices, volume, nav, shares.", name));
        out.push_back(*scope);
    }
    return out;
}

Result<StatedSplit> statedBy(const SplitArguments& arguments) {
    StatedSplit stated;
    stated.symbol = canonicalSymbol(arguments.symbol);
    const auto date = parseIsoDate(arguments.date);
    if (!date)
        return usageError("bad_date",
                          fmt::format("\"{}\" is not a date. Write it as YYYY-MM-DD.", arguments.date));
    stated.date = *date;
    auto scopes = scopesIn(arguments.scopes);
    if (!scopes)
        return Failure(scopes.error());
    stated.scopes = std::move(*scopes);
    stated.notedAt = utcNow();
    return stated;
}

Result<void> removeSplits(MarketStore& store, const StatedSplit& stated) {
    if (stated.scopes.empty())
        return store.removeSplits(stated.symbol, stated.date, std::nullopt);
    for (const SplitScope scope : stated.scopes)
        if (const auto done = store.removeSplits(stated.symbol, stated.date, scope); !done)
            return done;
    return {};
}

Result<void> change(MarketStore& store, const SplitArguments& arguments) {
    if (arguments.date.empty())
        return {};
    auto stated = statedBy(arguments);
    if (!stated)
        return Failure(stated.error());
    if (arguments.remove)
        return removeSplits(store, *stated);
    const auto ratio = splitRatioIn(arguments.ratio);
    if (!ratio)
        return usageError("bad_ratio",
                          fmt::format("\"{}\" is no ratio of new to old shares. Write it as 2:1; a reverse "
                                      "split as 1:10.",
                                      arguments.ratio));
    stated->newUnits = ratio->first;
    stated->oldUnits = ratio->second;
    const auto done = recordSplit(store, *stated);
    return done ? Result<void>{} : Failure(done.error());
}

Result<void> takeFile(MarketStore& store, const SplitArguments& arguments) {
    const auto text = wholeFile(arguments.importFrom, kLargestTable, "a table of splits has one a line");
    if (!text)
        return Failure(text.error());
    const auto stated = splitsInCsv(*text, canonicalSymbol(arguments.symbol), utcNow());
    if (!stated)
        return Failure(stated.error());
    const auto recorded = recordSplits(store, *stated);
    return recorded ? Result<void>{} : Failure(recorded.error());
}

Result<void> writeFile(MarketStore& store, const SplitArguments& arguments) {
    const auto csv = splitsCsv(store, canonicalSymbol(arguments.symbol));
    if (!csv)
        return Failure(csv.error());
    return writeNewFile(arguments.exportTo, *csv, "Name another file.");
}

Result<Output> answer(MarketStore& store, const std::string& symbol, bool json) {
    auto symbols = store.symbolsWithSplits();
    if (!symbols)
        return Failure(symbols.error());
    Json list = Json::array();
    TextTable table{{"symbol", "from", "ratio", "adjusts", "noted"}, {}};
    for (const Symbol& held : *symbols) {
        if (!symbol.empty() && held != canonicalSymbol(symbol))
            continue;
        const auto splits = store.splits(held);
        if (!splits)
            return Failure(splits.error());
        for (const Split& split : *splits) {
            list.push_back({{"symbol", held},
                            {"date", isoText(split.date)},
                            {"new", split.newUnits},
                            {"old", split.oldUnits},
                            {"scope", nameOf(split.scope)},
                            {"noted_at", split.notedAt}});
            table.rows.push_back({held, isoText(split.date), ratioText(split),
                                  std::string(nameOf(split.scope)), split.notedAt});
        }
    }
    if (json)
        return Output{printed(Json{{"splits", std::move(list)}}), {}, 0};
    return Output{
        table.rows.empty() ? "No split is recorded.\n" : alignedText(table, {0, 1, 2, 3, 4}), {}, 0};
}

} // namespace

CommandBody declareSplits(CLI::App& app) {
    auto arguments = std::make_shared<SplitArguments>();
    app.description("Splits: values before DATE are read in the units after it; nothing stored is changed. "
                    "Without DATE: those that are recorded.");
    app.add_option("SYMBOL", arguments->symbol, "Instrument");
    auto* date = app.add_option("DATE", arguments->date, "First session in new units (YYYY-MM-DD)");
    auto* ratio = app.add_option("RATIO", arguments->ratio, "New shares for old ones: 2:1, reverse 1:10");
    app.add_option("--of", arguments->scopes,
                   "What it moves: prices, volume, nav, shares; default: what jumps by the ratio that day")
        ->needs(date)
        ->delimiter(',');
    app.add_flag("--remove", arguments->remove, "Take the splits of that date back")
        ->needs(date)
        ->excludes(ratio);
    auto* from = app.add_option("--import", arguments->importFrom,
                                "Record the splits of a CSV file: Symbol,Date,Ratio and, if known, Scope")
                     ->excludes(date);
    app.add_option("--export", arguments->exportTo, "Write the splits as CSV into a new file")
        ->excludes(date)
        ->excludes(from);
    return [arguments](const Context& context) -> Result<Output> {
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        if (const auto changed = change(**store, *arguments); !changed)
            return Failure(changed.error());
        if (!arguments->importFrom.empty())
            if (const auto taken = takeFile(**store, *arguments); !taken)
                return Failure(taken.error());
        if (!arguments->exportTo.empty())
            if (const auto written = writeFile(**store, *arguments); !written)
                return Failure(written.error());
        return answer(**store, arguments->symbol, context.common.json);
    };
}

} // namespace rotascope::cli
