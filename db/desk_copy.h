// Copies of a desk: backup, restore, and the one that is made before a migration. Every copy is looked
// through before it counts.
#pragma once

#include "core/base/result.h"
#include "db/sqlite/connection.h"

#include <cstdint>
#include <memory>
#include <string>

namespace rotascope {

/// What a copy holds, as proof that it was read again.
struct DeskCopy {
    std::string path;
    std::uint64_t bytes = 0;
    std::uint64_t instruments = 0;
    std::uint64_t imports = 0;
};

/// Copies a desk that may be in use to a new file. Refuses a file that is there already ("file_exists"); a
/// copy that does not pass its check is removed.
Result<DeskCopy> backupDesk(const std::string& desk, const std::string& to);

struct RestoredDesk {
    DeskCopy desk;
    std::string former; ///< where the desk that was there lies now; empty when there was none
};

/// Puts a copy of `backup` in the place of `desk`. The copy is checked before anything is moved; the desk
/// that was there is kept beside it under a name with `stamp`. Refuses a backup that is no desk, is damaged
/// or newer, and a desk that another program has open.
Result<RestoredDesk> restoreDesk(const std::string& backup, const std::string& desk,
                                 const std::string& stamp);

/// The folder for copies that are made unasked: "desk.backups" beside desk.rota.
std::string backupFolder(const std::string& desk);

/// Inside db: throws StoreFailure. On ground where SQLite cannot make its lock files (a read-only folder, a
/// CD) the desk is read without them, unless changes wait beside it that only a writer can bring home.
std::unique_ptr<sqlite::Connection> openForReading(const std::string& path);

/// Inside db: throws StoreFailure. Replaces `to`.
DeskCopy copyDesk(const sqlite::Connection& desk, const std::string& to);

} // namespace rotascope
