// Stored rows of one series, looked up by ascending date while a block is merged into it.
#pragma once

#include "db/sqlite/connection.h"
#include "db/tables/value_tables.h"

#include <cstdint>

namespace rotascope {

/// Reads along in one range scan where the block's dates are dense, and row by row where they are sparse.
class StoredRows {
public:
    StoredRows(const sqlite::Connection& desk, bool bars);

    /// Starts on the series; `rows` dates from `firstDay` to `lastDay` will be asked for.
    void start(std::int64_t seriesId, std::int32_t firstDay, std::int32_t lastDay, std::size_t rows);
    /// Whether there is a row on `day`. Days are asked for in ascending order.
    bool find(std::int32_t day);
    /// Ends reading; needed before the series is written to.
    void stop();

    /// Of the row that was found.
    double value(std::size_t slot) const { return current().real(static_cast<int>(slot) + 3); }
    OriginLine origin() const;

private:
    void advance();
    const sqlite::Statement& current() const { return m_dense ? m_scan : m_seek; }

    sqlite::Statement m_scan;
    sqlite::Statement m_seek;
    std::int64_t m_seriesId = 0;
    bool m_dense = true;
    bool m_onRow = false;
    std::int32_t m_day = 0; ///< of the scan's row
};

} // namespace rotascope
