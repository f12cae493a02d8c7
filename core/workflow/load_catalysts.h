// A desk's own table of catalysts: as CSV, in the desk, and back.
#pragma once

#include "core/analysis/catalysts/catalyst_table.h"
#include "core/base/result.h"
#include "core/store/market_store.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

constexpr std::size_t kMostListedCatalysts = 10'000;
constexpr std::size_t kLongestCatalystTable = std::size_t{500} << 10; ///< bytes: one record of a desk's book
constexpr std::size_t kLongestCatalystCell = 200;                     ///< bytes

/// "category,date,name,source" and a row each.
std::string catalystsCsv(const CatalystTable& table);

/// Reads such a file: columns by their headings, in any order, `name` and `source` may be missing; commas,
/// semicolons or tabs. Any text gives a table, in order of category, date and name, or a refusal that names
/// the line ("bad_catalysts"). Empty text is an empty table.
Result<CatalystTable> parseCatalystsCsv(std::string_view csv);

/// The desk's own rows; empty where it keeps none, and only the built-in ones are in force.
Result<CatalystTable> loadCatalysts(MarketStore& store);
/// Keeps a table in place of the one before; the built-in one, and an empty one, as "none of its own".
/// Refuses what would not come back as it is ("bad_catalysts"), and then changes nothing.
Result<void> saveCatalysts(MarketStore& store, const CatalystTable& table);

/// Symbols of the desk's imported calendars, by symbol.
Result<std::vector<Symbol>> calendarSymbols(MarketStore& store);

struct CatalystDesk {
    CatalystTable own;
    std::vector<Symbol> calendars;        ///< imported ones, by symbol
    std::shared_ptr<const Market> market; ///< their events alone
};

/// What catalystsIn() needs.
Result<CatalystDesk> loadCatalystDesk(MarketStore& store);

} // namespace rotascope
