// Values that no longer stand (import_past).
#pragma once

#include "core/market/field.h"
#include "db/sqlite/connection.h"
#include "db/tables/series_table.h"
#include "db/tables/value_tables.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace rotascope {

/// Notes values that are about to leave `bar` or `observation`.
class PastValues {
public:
    explicit PastValues(const sqlite::Connection& desk);
    /// `until`: the tick of the change that takes it away.
    void add(std::int64_t seriesId, std::int32_t day, std::uint64_t until, Field field,
             const StoredValue& value);

private:
    std::vector<sqlite::Statement> m_add; ///< by column
};

/// One row of import_past: what one file had said of one date, until something took it away.
struct PastRow {
    std::int32_t day = 0;
    std::uint64_t until = 0;
    OriginLine origin;
    std::array<double, kBarFieldCount> values{}; ///< by slot; NaN: says nothing of it
};

/// All rows of a series that stood until after tick `after`, by date, oldest first.
std::vector<PastRow> readPast(const sqlite::Connection& desk, std::int64_t seriesId, bool bars,
                              std::uint64_t after = 0);

/// Moves every value of a series that one import alone has filled: its table keeps no row of it.
void moveSeriesToPast(const sqlite::Connection& desk, const HeldSeries& series, std::uint64_t until);

} // namespace rotascope
