#include "db/vintages.h"

#include "db/tables/import_tables.h"

#include <fmt/format.h>

namespace rotascope {

using sqlite::Connection;
using sqlite::Statement;

std::vector<ValueVintage> valueVintages(const Connection& desk, std::string_view symbol, Date date,
                                        Field field) {
    const std::string_view column = isBarField(field) ? nameOf(field) : std::string_view("value");
    Statement rows = desk.prepare(fmt::format(
        "SELECT {0}, past.import_id, line, ended.id, ended.tick <> until, iif(ended.tick = until, "
        "ended.imported_at, ended.undone_at) FROM import_past past JOIN import_file ended ON ended.tick = "
        "until "
        "OR ended.undone_tick = until WHERE {0} IS NOT NULL AND date = ?2 AND series_id IN (SELECT series_id "
        "FROM "
        "import_series WHERE symbol = ?1 AND coalesce(field, '') = ?3) ORDER BY until DESC",
        column));
    rows.with(symbol, dayNumber(date), isBarField(field) ? std::string_view() : nameOf(field));
    std::vector<ValueVintage> out;
    while (rows.step())
        out.push_back({rows.real(0), rows.integer(1), importHeader(desk, rows.integer(1)),
                       static_cast<std::uint32_t>(rows.integer(2)), rows.integer(3), rows.integer(4) != 0,
                       rows.text(5)});
    return out;
}

} // namespace rotascope
