#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/whole_file.h"
#include "core/base/text.h"
#include "core/market/known.h"
#include "core/report/series_csv.h"
#include "core/workflow/desk_book.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace rotascope::cli {

namespace {

struct ExportArguments {
    std::vector<std::string> symbols;
    std::string field;
    bool all = false;
    std::string folder;
};

Result<std::optional<Field>> chosenField(const std::string& name) {
    if (name.empty())
        return std::optional<Field>{};
    if (const auto field = fieldNamed(toLower(name)))
        return field;
    return usageError("unknown_field",
                      fmt::format("\"{}\" is not a field; see `rota list` for what the desk holds.", name));
}

/// Everything of one cadence, bars in `daily`; values as they were imported.
Result<std::vector<InstrumentData>> readCadence(MarketStore& store, Cadence cadence,
                                                std::optional<Date> asOf) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<InstrumentData> out;
    for (const InstrumentSummary& summary : *held) {
        const Symbol& symbol = summary.instrument.symbol;
        auto data = store.readUnadjusted(symbol);
        if (!data)
            return Failure(data.error());
        if (cadence != Cadence::Daily) {
            auto bars = store.readBarsUnadjusted(symbol, cadence);
            if (!bars)
                return Failure(bars.error());
            data->daily = std::move(*bars);
        }
        if (asOf)
            keepKnown(*data, *asOf);
        out.push_back(std::move(*data));
    }
    return out;
}

constexpr const char* kOtherFolder = "Name another folder with --to.";

/// Names, availability, accepted findings, splits, settings: what the desk knows beside its values.
Result<void> exportBook(MarketStore& store, const std::string& folder, Json& files, std::string& text) {
    const auto book = deskBook(store);
    if (!book)
        return Failure(book.error());
    const std::string path = folder + "/desk.csv";
    files.push_back(path);
    text += path + "\n";
    return writeNewFile(path, *book, kOtherFolder);
}

Result<Output> exportAll(const Context& context, const std::string& folder) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    std::error_code error;
    std::filesystem::create_directories(std::u8string(folder.begin(), folder.end()), error);
    if (error)
        return deskError("cannot_write", fmt::format("{} could not be made: {}.", folder, error.message()));
    Json files = Json::array();
    std::string text;
    for (std::size_t i = 0; i < kCadenceNames.size(); ++i) {
        const auto data = readCadence(**store, static_cast<Cadence>(i), context.common.asOf);
        if (!data)
            return Failure(data.error());
        const std::string csv = cadenceCsv(*data, static_cast<Cadence>(i));
        if (csv.empty())
            continue;
        const std::string path = fmt::format("{}/{}.csv", folder, kCadenceNames[i]);
        if (const auto written = writeNewFile(path, csv, kOtherFolder); !written)
            return Failure(written.error());
        files.push_back(path);
        text += path + "\n";
    }
    if (!files.empty())
        if (const auto written = exportBook(**store, folder, files, text); !written)
            return Failure(written.error());
    if (files.empty())
        return refused("empty_desk", "This desk is empty: there is nothing to export.");
    return Output{context.common.json ? printed(Json{{"files", std::move(files)}}) : text, {}, 0};
}

Result<Output> exportSymbols(const Context& context, const ExportArguments& arguments) {
    const auto field = chosenField(arguments.field);
    if (!field)
        return Failure(field.error());
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    std::vector<InstrumentData> data;
    for (const std::string& name : arguments.symbols) {
        auto instrument = (*store)->readUnadjusted(canonicalSymbol(name));
        if (!instrument)
            return Failure(instrument.error());
        if (context.common.asOf)
            keepKnown(*instrument, *context.common.asOf);
        data.push_back(std::move(*instrument));
    }
    auto csv = seriesCsv(data, *field);
    if (!csv)
        return Failure(csv.error());
    if (context.common.json)
        return Output{printed(Json{{"csv", *csv}}), {}, 0};
    return Output{std::move(*csv), {}, 0};
}

} // namespace

CommandBody declareExport(CLI::App& app) {
    auto arguments = std::make_shared<ExportArguments>();
    app.description(
        "Values as they were imported, as CSV that imports back losslessly: one row per symbol and "
        "date.");
    auto* symbols = app.add_option("SYMBOL", arguments->symbols, "Instruments or series, daily values");
    auto* field = app.add_option("--field", arguments->field,
                                 "Only this field (a weekly or monthly one is exported with its own dates)");
    auto* all = app.add_flag(
        "--all", arguments->all,
        "The whole desk: one file for each cadence, and desk.csv with names, availability, accepted "
        "findings, splits and settings; `rota import FOLDER/*.csv` reads them all");
    auto* folder = app.add_option("--to", arguments->folder, "Folder of those files");
    all->needs(folder)->excludes(symbols)->excludes(field);
    folder->needs(all);
    return [arguments](const Context& context) -> Result<Output> {
        if (arguments->all)
            return exportAll(context, arguments->folder);
        if (arguments->symbols.empty())
            return usageError("no_symbol", "Name what to export, or use --all --to FOLDER for everything.");
        return exportSymbols(context, *arguments);
    };
}

} // namespace rotascope::cli
