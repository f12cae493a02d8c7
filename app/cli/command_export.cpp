#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/report/series_csv.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <vector>

namespace rotascope::cli {

namespace {

struct ExportArguments {
    std::vector<std::string> symbols;
    std::string field;
};

Result<std::optional<Field>> chosenField(const std::string& name) {
    if (name.empty())
        return std::optional<Field>{};
    if (const auto field = fieldNamed(toLower(name)))
        return field;
    return usageError("unknown_field",
                      fmt::format("\"{}\" is not a field; see `rota list` for what the desk holds.", name));
}

} // namespace

CommandBody declareExport(CLI::App& app) {
    auto arguments = std::make_shared<ExportArguments>();
    app.description("Daily values as CSV that imports back losslessly: one row per symbol and date.");
    app.add_option("SYMBOL", arguments->symbols, "Instruments or series")->required();
    app.add_option("--field", arguments->field,
                   "Only this field (a weekly or monthly one is exported with its own dates)");
    return [arguments](const Context& context) -> Result<Output> {
        const auto field = chosenField(arguments->field);
        if (!field)
            return Failure(field.error());
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        std::vector<InstrumentData> data;
        for (const std::string& name : arguments->symbols) {
            auto instrument = (*store)->readUnadjusted(canonicalSymbol(name));
            if (!instrument)
                return Failure(instrument.error());
            data.push_back(std::move(*instrument));
        }
        auto csv = seriesCsv(data, *field);
        if (!csv)
            return Failure(csv.error());
        if (context.common.json)
            return Output{printed(Json{{"csv", *csv}}), {}, 0};
        return Output{std::move(*csv), {}, 0};
    };
}

} // namespace rotascope::cli
