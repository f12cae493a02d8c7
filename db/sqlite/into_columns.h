// Rows of a statement put into columns of numbers. SQLite hands each row to a function of ours, which takes
// three quarters of the time of stepping from row to row and asking for each column.
#pragma once

#include "core/base/date.h"
#include "db/sqlite/statement.h"

#include <vector>

struct sqlite3;

namespace rotascope::sqlite {

/// Where the rows of `SELECT into_columns(?, date, …)` go when it is bound there; each row is appended, NULL
/// as NaN. A date that does not follow the one before is taken for damage: the tables keep their rows by
/// date.
struct Columns {
    std::vector<Date>* dates = nullptr;
    std::vector<std::vector<double>*> values; ///< of the arguments behind the date
};

/// Makes `into_columns` known to the connection.
void registerIntoColumns(sqlite3* connection);

} // namespace rotascope::sqlite
