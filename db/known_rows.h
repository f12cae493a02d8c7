// Values as a desk knew them after one of its changes ("known on").
#pragma once

#include "core/market/market.h"
#include "db/sqlite/connection.h"
#include "db/tables/series_table.h"
#include "db/tables/value_tables.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

/// A moment in the desk's history.
struct KnownMoment {
    std::uint64_t tick = 0;
    std::map<std::int64_t, std::uint64_t> importTicks; ///< of every import
};

/// The last change of the desk on or before `date` (UTC); nullopt when it has none so early.
std::optional<KnownMoment> momentOf(const sqlite::Connection& desk, Date date);

/// The same to the second ("2025-11-28T21:05:00Z").
std::optional<KnownMoment> momentOf(const sqlite::Connection& desk, std::string_view at);
/// After everything that happened so far.
KnownMoment latestMoment(const sqlite::Connection& desk);

/// One date of a series then; NaN: no value.
struct KnownRow {
    std::int32_t day = 0;
    std::array<double, kBarFieldCount> values{};
    std::array<OriginLine, kBarFieldCount> origins{};
};

/// By date; only dates that had a value.
std::vector<KnownRow> knownRows(const sqlite::Connection& desk, const KnownMoment& moment,
                                const HeldSeries& series);

/// Fills in range, observations and fields as they were then.
void sumUp(const std::vector<KnownRow>& rows, HeldSeries& series);

PriceBars barsOf(const std::vector<KnownRow>& rows, const HeldSeries& series);
Series seriesValuesOf(const std::vector<KnownRow>& rows, const HeldSeries& series);

} // namespace rotascope
