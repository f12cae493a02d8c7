// db: the store port on SQLite. May include core; nothing outside db includes sqlite3.h.
// Inside, failures are thrown and turned into a Result at this room's door (db/sqlite/failure.h).
// A change of the schema is a new numbered file in db/migrations; a new table gets its SQL in db/tables.
#pragma once

#include "core/base/result.h"
#include "core/store/market_store.h"

#include <cstdint>
#include <memory>
#include <string>

namespace rotascope {

enum class DeskMode : std::uint8_t {
    Create, ///< read and write; made when missing
    Write,  ///< read and write; must exist
    Read    ///< read only; must exist
};

/// Opens a desk file (UTF-8 path). Fails with kind Desk and touches nothing when the file is not a desk, of a
/// newer version, corrupt, locked by another process, on a full disk, or cannot be opened. A desk on
/// read-only ground opens in every mode; writing to it then fails with a sentence.
Result<std::unique_ptr<MarketStore>> openDesk(const std::string& path, DeskMode mode);

} // namespace rotascope
