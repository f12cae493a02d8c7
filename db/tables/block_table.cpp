#include "db/tables/block_table.h"

#include <sqlite3.h>

#include <cstddef>
#include <new>

namespace rotascope {

namespace {

constexpr const char* kDeclaration = "CREATE TABLE block_row (series_id INTEGER, date INTEGER, line INTEGER, "
                                     "v0 REAL, v1 REAL, v2 REAL, v3 REAL, v4 REAL, v5 REAL)";
constexpr int kFirstValueColumn = 3;

struct BlockTable : sqlite3_vtab {
    const BlockRows* shown;
};

struct BlockCursor : sqlite3_vtab_cursor {
    const BlockRows* shown;
    std::size_t at;
};

BlockCursor& cursorOf(sqlite3_vtab_cursor* cursor) {
    return *static_cast<BlockCursor*>(cursor);
}

int connectTable(sqlite3* handle, void* shown, int, const char* const*, sqlite3_vtab** made, char**) {
    const int code = sqlite3_declare_vtab(handle, kDeclaration);
    if (code != SQLITE_OK)
        return code;
    auto* table = new (std::nothrow) BlockTable{};
    if (!table)
        return SQLITE_NOMEM;
    table->shown = static_cast<const BlockRows*>(shown);
    *made = table;
    return SQLITE_OK;
}

int disconnectTable(sqlite3_vtab* table) {
    delete static_cast<BlockTable*>(table);
    return SQLITE_OK;
}

int planScan(sqlite3_vtab* table, sqlite3_index_info* plan) {
    plan->estimatedCost = 1.0;
    plan->estimatedRows = static_cast<sqlite3_int64>(static_cast<BlockTable*>(table)->shown->rows.size());
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab* table, sqlite3_vtab_cursor** made) {
    auto* cursor = new (std::nothrow) BlockCursor{};
    if (!cursor)
        return SQLITE_NOMEM;
    cursor->shown = static_cast<BlockTable*>(table)->shown;
    *made = cursor;
    return SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor* cursor) {
    delete &cursorOf(cursor);
    return SQLITE_OK;
}

int startScan(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
    cursorOf(cursor).at = 0;
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor* cursor) {
    ++cursorOf(cursor).at;
    return SQLITE_OK;
}

int atEnd(sqlite3_vtab_cursor* cursor) {
    return cursorOf(cursor).at >= cursorOf(cursor).shown->rows.size();
}

int columnValue(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int column) {
    const BlockCursor& here = cursorOf(cursor);
    const RecordBlock& block = *here.shown->block;
    const std::uint32_t row = here.shown->rows[here.at];
    if (column >= kFirstValueColumn)
        sqlite3_result_double(
            result, block.values[static_cast<std::size_t>(column - kFirstValueColumn)][row]); // NaN: NULL
    else if (column == 0)
        sqlite3_result_int64(result, here.shown->seriesOfTarget[block.target[row]]);
    else
        sqlite3_result_int64(result,
                             column == 1 ? std::int64_t{block.day[row]} : std::int64_t{block.line[row]});
    return SQLITE_OK;
}

int rowNumber(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
    *number = static_cast<sqlite3_int64>(cursorOf(cursor).at);
    return SQLITE_OK;
}

/// Without xCreate the module is eponymous: its table is there under the module's name, and nothing enters
/// the schema.
sqlite3_module blockModule() {
    sqlite3_module module{};
    module.xConnect = connectTable;
    module.xBestIndex = planScan;
    module.xDisconnect = disconnectTable;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = startScan;
    module.xNext = nextRow;
    module.xEof = atEnd;
    module.xColumn = columnValue;
    module.xRowid = rowNumber;
    return module;
}

} // namespace

void registerBlockTable(const sqlite::Connection& desk, const BlockRows* shown) {
    static const sqlite3_module module = blockModule();
    if (sqlite3_create_module(desk.handle(), "block_row", &module, const_cast<BlockRows*>(shown)) !=
        SQLITE_OK)
        desk.fail();
}

} // namespace rotascope
