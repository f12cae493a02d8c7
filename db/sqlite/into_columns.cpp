#include "db/sqlite/into_columns.h"

#include <sqlite3.h>

#include <cstddef>
#include <limits>
#include <new>

namespace rotascope::sqlite {

namespace {

/// What the function remembers between two rows.
struct Progress {
    const Columns* columns;
};

double realOf(sqlite3_value* value) {
    const double number = sqlite3_value_double(value);
    // NULL reads as 0; asking for the type only then keeps the common path at one call.
    return number == 0.0 && sqlite3_value_type(value) == SQLITE_NULL
               ? std::numeric_limits<double>::quiet_NaN()
               : number;
}

/// False where the row does not follow the one before.
bool append(const Columns& columns, sqlite3_value** row) {
    const Date date = dateFromDayNumber(sqlite3_value_int(row[0]));
    if (!columns.dates->empty() && date <= columns.dates->back())
        return false;
    columns.dates->push_back(date);
    for (std::vector<double>* column : columns.values)
        column->push_back(realOf(*++row));
    return true;
}

void takeRow(sqlite3_context* context, int arguments, sqlite3_value** row) {
    auto* progress = static_cast<Progress*>(sqlite3_aggregate_context(context, sizeof(Progress)));
    if (progress == nullptr)
        return sqlite3_result_error_nomem(context);
    if (progress->columns == nullptr && arguments > 1)
        progress->columns = static_cast<const Columns*>(sqlite3_value_pointer(row[0], kColumnsType));
    if (progress->columns == nullptr ||
        progress->columns->values.size() + 2 != static_cast<std::size_t>(arguments))
        return sqlite3_result_error(context, "into_columns was bound to other columns", -1);
    try {
        if (!append(*progress->columns, row + 1))
            sqlite3_result_error_code(context, SQLITE_CORRUPT);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

void endRows(sqlite3_context* context) {
    sqlite3_result_null(context);
}

} // namespace

void registerIntoColumns(sqlite3* connection) {
    sqlite3_create_function_v2(connection, "into_columns", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr,
                               nullptr, takeRow, endRows, nullptr);
}

} // namespace rotascope::sqlite
