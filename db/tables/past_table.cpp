#include "db/tables/past_table.h"

#include <fmt/format.h>

#include <limits>
#include <string>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

constexpr std::size_t kValueColumn = kBarFieldCount;

std::string_view columnAt(std::size_t column) {
    return column == kValueColumn ? "value" : kFields[column].name;
}

std::string barColumns() {
    std::string out;
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        out += fmt::format(", {}", kFields[slot].name);
    return out;
}

} // namespace

PastValues::PastValues(const Connection& desk) {
    m_add.reserve(kBarFieldCount + 1);
    for (std::size_t column = 0; column <= kValueColumn; ++column)
        m_add.emplace_back(
            desk, fmt::format("INSERT INTO import_past (series_id, date, until, import_id, line, {0}) "
                              "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET {0} = excluded.{0}",
                              columnAt(column)));
}

void PastValues::add(std::int64_t seriesId, std::int32_t day, std::uint64_t until, Field field,
                     const StoredValue& value) {
    m_add[isBarField(field) ? indexOf(field) : kValueColumn]
        .with(seriesId, day, until, value.origin.importId, value.origin.line, value.value)
        .run();
}

std::vector<PastRow> readPast(const Connection& desk, std::int64_t seriesId, bool bars, std::uint64_t after) {
    std::vector<PastRow> out;
    Statement rows =
        desk.prepare(fmt::format("SELECT date, until, import_id, line{} FROM import_past WHERE series_id = ? "
                                 "AND until > ? ORDER BY date, until, import_id",
                                 bars ? barColumns() : ", value"));
    rows.with(seriesId, after);
    while (rows.step()) {
        PastRow& row = out.emplace_back();
        row.day = static_cast<std::int32_t>(rows.integer(0));
        row.until = static_cast<std::uint64_t>(rows.integer(1));
        row.origin = {rows.integer(2), static_cast<std::uint32_t>(rows.integer(3))};
        row.values.fill(std::numeric_limits<double>::quiet_NaN());
        for (std::size_t slot = 0; slot < (bars ? kBarFieldCount : 1); ++slot)
            row.values[slot] = rows.real(static_cast<int>(slot) + 4);
    }
    return out;
}

void moveSeriesToPast(const Connection& desk, const HeldSeries& series, std::uint64_t until) {
    const std::string columns = series.isBars() ? barColumns() : ", value";
    const std::string_view table = series.isBars() ? "bar" : "observation";
    desk.prepare(fmt::format("INSERT INTO import_past (series_id, date, until, import_id, line{0}) SELECT "
                             "series_id, date, ?2, import_id, line{0} FROM {1} WHERE series_id = ?1",
                             columns, table))
        .with(series.id, until)
        .run();
    desk.prepare(fmt::format("DELETE FROM {} WHERE series_id = ?", table)).with(series.id).run();
}

} // namespace rotascope
