#include "core/workflow/where_from.h"

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

Result<std::string> rawText(OriginalLines& lines, const ImportHeader& header, std::uint32_t line) {
    if (header.sha256.empty())
        return refused("no_file",
                       "This value is synthetic: it was made by the demo market, not read from a file.");
    return lines.at(header, line);
}

std::optional<double> adjustedValue(MarketStore& store, const ValueOrigin& origin) {
    const auto splits = store.splits(origin.symbol);
    if (!splits || splits->empty())
        return std::nullopt;
    InstrumentData one{describeSymbol(origin.symbol), {}, {}};
    const bool inBar = isBarField(origin.field);
    if (inBar) {
        one.daily.dates = {origin.date};
        one.daily.columns[indexOf(origin.field)] = {origin.value};
    } else {
        one.series.push_back(
            {origin.field, Cadence::Daily, Availability::SameDay, {origin.date}, {origin.value}});
    }
    adjustForSplits(one, *splits);
    const double value = inBar ? one.daily.column(origin.field).front() : one.series.front().values.front();
    return value == origin.value ? std::nullopt : std::optional(value);
}

} // namespace

Result<Provenance> whereFrom(MarketStore& store, const Symbol& symbol, Date date,
                             std::optional<Field> field) {
    const auto asked = field ? Result<Field>(*field) : mainField(store, symbol);
    if (!asked)
        return Failure(asked.error());
    OriginalLines lines(store);
    return whereFrom(store, lines, symbol, date, *asked);
}

Result<Provenance> whereFrom(MarketStore& store, OriginalLines& lines, const Symbol& symbol, Date date,
                             Field field) {
    auto origin = store.origin(symbol, date, field);
    if (!origin)
        return Failure(origin.error());
    auto vintages = store.vintages(origin->symbol, origin->date, origin->field);
    if (!vintages)
        return Failure(vintages.error());
    Provenance out{*origin,
                   rawText(lines, origin->header, origin->line),
                   std::move(*vintages),
                   {},
                   adjustedValue(store, *origin)};
    for (const ValueVintage& vintage : out.vintages)
        out.vintageTexts.push_back(rawText(lines, vintage.header, vintage.line));
    return out;
}

} // namespace rotascope
