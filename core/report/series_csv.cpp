#include "core/report/series_csv.h"

#include "core/base/text.h"
#include "core/report/csv_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <vector>

namespace rotascope {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// One instrument's values by date, a slot per field.
using Rows = std::map<Date, std::vector<double>>;

/// Of the wanted cadence; without one, of the shortest there is.
const Series* seriesOf(const InstrumentData& data, Field field, std::optional<Cadence> wanted) {
    const Series* found = nullptr;
    for (const Series& series : data.series) {
        if (series.field != field || (wanted && series.cadence != *wanted))
            continue;
        if (!found || series.cadence < found->cadence)
            found = &series;
    }
    return found;
}

bool has(const InstrumentData& data, Field field, Cadence cadence) {
    if (!isBarField(field))
        return seriesOf(data, field, cadence) != nullptr;
    const std::vector<double>& column = data.daily.column(field);
    return std::any_of(column.begin(), column.end(), [](double value) { return !std::isnan(value); });
}

std::vector<Field> heldFields(std::span<const InstrumentData> instruments, Cadence cadence) {
    std::vector<Field> fields;
    for (const FieldInfo& info : kFields)
        if (std::any_of(instruments.begin(), instruments.end(),
                        [&](const auto& data) { return has(data, info.field, cadence); }))
            fields.push_back(info.field);
    return fields;
}

void addColumn(Rows& rows, std::size_t slot, std::size_t slots, std::span<const Date> dates,
               std::span<const double> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        auto& row = rows.try_emplace(dates[i], slots, kMissing).first->second;
        row[slot] = values[i];
    }
}

Rows rowsOf(const InstrumentData& data, const std::vector<Field>& fields, std::optional<Cadence> wanted) {
    Rows rows;
    for (std::size_t slot = 0; slot < fields.size(); ++slot) {
        if (isBarField(fields[slot]))
            addColumn(rows, slot, fields.size(), data.daily.dates, data.daily.column(fields[slot]));
        else if (const Series* series = seriesOf(data, fields[slot], wanted))
            addColumn(rows, slot, fields.size(), series->dates, series->values);
    }
    return rows;
}

void appendRows(std::string& out, const std::string& symbol, const Rows& rows) {
    for (const auto& [date, values] : rows) {
        out += symbol + "," + isoText(date);
        for (const double value : values)
            out += "," + shortestNumber(value);
        out += "\n";
    }
}

std::string headingsOf(std::string_view dates, const std::vector<Field>& fields) {
    std::string out = fmt::format("Symbol,{}", dates);
    for (const Field field : fields)
        out += fmt::format(",{}", infoOf(field).heading);
    return out + "\n";
}

} // namespace

Result<std::string> seriesCsv(std::span<const InstrumentData> instruments, std::optional<Field> field) {
    const std::vector<Field> fields =
        field ? std::vector<Field>{*field} : heldFields(instruments, Cadence::Daily);
    std::string out = headingsOf("Date", fields);
    for (const InstrumentData& data : instruments) {
        const Rows rows = rowsOf(data, fields, field ? std::nullopt : std::optional(Cadence::Daily));
        if (rows.empty())
            return refused("no_data", fmt::format("{} has no {} values to export; see `rota list`.",
                                                  data.instrument.symbol, field ? nameOf(*field) : "daily"));
        appendRows(out, csvTextCell(data.instrument.symbol), rows);
    }
    return out;
}

std::string cadenceCsv(std::span<const InstrumentData> instruments, Cadence cadence) {
    constexpr std::array<std::string_view, kCadenceNames.size()> kDates{"Day", "Week", "Month", "Quarter"};
    const std::vector<Field> fields = heldFields(instruments, cadence);
    if (fields.empty())
        return {};
    std::string out = headingsOf(kDates[static_cast<std::size_t>(cadence)], fields);
    for (const InstrumentData& data : instruments)
        appendRows(out, csvTextCell(data.instrument.symbol), rowsOf(data, fields, cadence));
    return out;
}

} // namespace rotascope
