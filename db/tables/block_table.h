// Rows of a RecordBlock as a virtual table, so that one INSERT … SELECT stores them: twice as fast as binding
// row by row.
#pragma once

#include "core/store/records.h"
#include "db/sqlite/connection.h"

#include <cstdint>
#include <span>

namespace rotascope {

/// What `block_row` shows: the rows of `block` at `rows`, in that order.
struct BlockRows {
    const RecordBlock* block = nullptr;
    std::span<const std::int64_t> seriesOfTarget;
    std::span<const std::uint32_t> rows;
};

/// Makes `block_row (series_id, date, line, v0 … v5)` known to the connection. `shown` is read at every use
/// and must outlive the connection's statements.
void registerBlockTable(const sqlite::Connection& desk, const BlockRows* shown);

} // namespace rotascope
