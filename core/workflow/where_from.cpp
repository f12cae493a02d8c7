#include "core/workflow/where_from.h"

#include "core/workflow/import_files.h"

#include <utility>

namespace rotascope {

namespace {

/// The instrument's main field: close where it has bars, else its single value.
Result<Field> mainField(MarketStore& store, const Symbol& symbol) {
    const auto data = store.read(symbol);
    if (!data)
        return Failure(data.error());
    if (!data->daily.dates.empty() || data->series.empty())
        return Field::Close;
    return data->series.front().field;
}

Result<std::string> rawText(MarketStore& store, const ImportHeader& header, std::uint32_t line) {
    if (header.sha256.empty())
        return refused("no_file",
                       "This value is synthetic: it was made by the demo market, not read from a file.");
    return originalLine(store, header, line);
}

} // namespace

Result<Provenance> whereFrom(MarketStore& store, const Symbol& symbol, Date date,
                             std::optional<Field> field) {
    const auto asked = field ? Result<Field>(*field) : mainField(store, symbol);
    if (!asked)
        return Failure(asked.error());
    auto origin = store.origin(symbol, date, *asked);
    if (!origin)
        return Failure(origin.error());
    auto vintages = store.vintages(origin->symbol, origin->date, origin->field);
    if (!vintages)
        return Failure(vintages.error());
    Provenance out{*origin, rawText(store, origin->header, origin->line), std::move(*vintages), {}};
    for (const ValueVintage& vintage : out.vintages)
        out.vintageTexts.push_back(rawText(store, vintage.header, vintage.line));
    return out;
}

} // namespace rotascope
