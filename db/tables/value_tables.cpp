#include "db/tables/value_tables.h"

#include "db/sqlite/into_columns.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

Date dateOf(const Statement& row, int column) {
    return dateFromDayNumber(static_cast<std::int32_t>(row.integer(column)));
}

std::string_view tableOf(const HeldSeries& series) {
    return series.isBars() ? "bar" : "observation";
}
std::string_view columnOf(const HeldSeries& series, Field field) {
    return series.isBars() ? nameOf(field) : "value";
}

void read(const Connection& desk, std::string_view sql, const HeldSeries& series,
          const sqlite::Columns& columns) {
    columns.dates->reserve(series.observations);
    for (std::vector<double>* column : columns.values)
        column->reserve(series.observations);
    Statement rows = desk.prepare(sql);
    rows.with(series.id, columns).run();
}

std::optional<Date> nextDate(const Connection& desk, const HeldSeries& series, Field field, Date date,
                             bool later) {
    Statement row = desk.prepare(fmt::format(
        "SELECT date FROM {} WHERE series_id = ? AND date {} ? AND {} IS NOT NULL ORDER BY date {} LIMIT 1",
        tableOf(series), later ? '>' : '<', columnOf(series, field), later ? "ASC" : "DESC"));
    return row.with(series.id, dayNumber(date)).step() ? std::optional(dateOf(row, 0)) : std::nullopt;
}

} // namespace

PriceBars readBarValues(const Connection& desk, const HeldSeries& series) {
    PriceBars bars;
    sqlite::Columns columns{&bars.dates, {}};
    std::string names;
    for (const Field field : series.fields()) {
        names += fmt::format(", {}", nameOf(field));
        columns.values.push_back(&bars.columns[indexOf(field)]);
    }
    read(desk, fmt::format("SELECT into_columns(?2, date{}) FROM bar WHERE series_id = ?1", names), series,
         columns);
    return bars;
}

Series readSeriesValues(const Connection& desk, const HeldSeries& series) {
    Series out{*series.field, series.cadence, series.availability, {}, {}};
    read(desk, "SELECT into_columns(?2, date, value) FROM observation WHERE series_id = ?1", series,
         sqlite::Columns{&out.dates, {&out.values}});
    return out;
}

std::optional<StoredValue> storedValue(const Connection& desk, const HeldSeries& series, Field field,
                                       Date date) {
    Statement row =
        desk.prepare(fmt::format("SELECT {}, import_id, line FROM {} WHERE series_id = ? AND date = ?",
                                 columnOf(series, field), tableOf(series)));
    if (!row.with(series.id, dayNumber(date)).step() || row.isNull(0))
        return std::nullopt;
    StoredValue stored{row.real(0), {row.integer(1), static_cast<std::uint32_t>(row.integer(2))}};
    Statement apart =
        desk.prepare("SELECT import_id, line FROM bar_origin WHERE series_id = ? AND date = ? AND field = ?");
    if (series.isBars() && apart.with(series.id, dayNumber(date), nameOf(field)).step())
        stored.origin = {apart.integer(0), static_cast<std::uint32_t>(apart.integer(1))};
    return stored;
}

NearDates nearDates(const Connection& desk, const HeldSeries& series, Field field, Date date) {
    return {nextDate(desk, series, field, date, false), nextDate(desk, series, field, date, true)};
}

} // namespace rotascope
