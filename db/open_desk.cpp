#include "db/open_desk.h"

#include "db/desk_copy.h"
#include "db/desk_file.h"
#include "db/migrations/migrations.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/failure.h"
#include "db/sqlite/transaction.h"
#include "db/sqlite_market_store.h"
#include "db/tables/import_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace rotascope {

namespace {

using sqlite::Access;
using sqlite::Connection;
using sqlite::guarded;
using sqlite::SqliteFailure;
using sqlite::StoreFailure;

[[noreturn]] void failWith(std::string code, std::string message) {
    throw StoreFailure(Error{ErrorKind::Desk, std::move(code), std::move(message)});
}

void requireFolder(const std::string& path) {
    std::error_code error;
    const std::filesystem::path folder = pathFromUtf8(path).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, error))
        failWith("cannot_open",
                 fmt::format("{} cannot be made: its folder does not exist. Make the folder first, or "
                             "choose another place.",
                             path));
}

void requireKnownVersion(const std::string& path, int version) {
    if (version > deskVersion())
        failWith("newer_desk",
                 fmt::format("{} was written by a newer Rotascope (desk version {}, this one reads up to "
                             "{}). It was left as it is; update Rotascope.",
                             path, version, deskVersion()));
}

struct FileRefusal {
    FileState state;
    const char* code;
    const char* sentence; ///< {} is the path
};

constexpr std::array kFileRefusals{
    FileRefusal{FileState::Missing, "desk_missing",
                "There is no desk {}. Check the name, or import a file to make one."},
    FileRefusal{FileState::Empty, "not_a_desk",
                "{} is not a Rotascope desk: it is empty. It was left as it is; choose another file."},
    FileRefusal{FileState::Folder, "not_a_desk",
                "{} is not a Rotascope desk: it is a folder. Choose a file."},
    FileRefusal{FileState::Unreadable, "cannot_open", "{} cannot be read. Check that you may read it."},
    FileRefusal{
        FileState::Foreign, "not_a_desk",
        "{} is not a Rotascope desk: it is another kind of file. It was left as it is; choose another file."},
};

/// Refuses whatever must not be touched, before SQLite opens it.
void refuseForeign(const std::string& path, const DeskFile& file, DeskMode mode) {
    if (file.state == FileState::Desk)
        return requireKnownVersion(path, file.version);
    if (mode == DeskMode::Create && file.state == FileState::Missing)
        return requireFolder(path);
    if (mode == DeskMode::Create && file.state == FileState::Empty)
        return;
    for (const FileRefusal& row : kFileRefusals)
        if (row.state == file.state)
            failWith(row.code, fmt::format(fmt::runtime(row.sentence), path));
}

int userVersion(const Connection& desk) {
    return static_cast<int>(desk.integer("PRAGMA user_version"));
}

void migrate(const Connection& desk) {
    sqlite::WriteTransaction transaction(desk);
    if (desk.integer("PRAGMA application_id") != kDeskApplicationId &&
        desk.integer("SELECT count(*) FROM sqlite_schema") > 0)
        failWith("not_a_desk",
                 fmt::format("{} is not a Rotascope desk: another program has just filled it. It was left as "
                             "it is; choose another file.",
                             desk.path()));
    desk.execute(fmt::format("PRAGMA application_id = {}", kDeskApplicationId));
    const int from = userVersion(desk); // again, under the lock: another process may have been faster
    for (const Migration& migration : migrations())
        if (migration.number > from)
            desk.execute(migration.sql);
    desk.execute(fmt::format("PRAGMA user_version = {}", std::max(from, deskVersion())));
    transaction.commit();
}

/// A checked copy is made first: whatever a new version gets wrong, the desk as it was is there.
void bringUpToDate(const Connection& desk) {
    const std::string folder = backupFolder(desk.path());
    std::error_code error;
    std::filesystem::create_directories(pathFromUtf8(folder), error);
    copyDesk(desk, fmt::format("{}/version-{}.rota", folder, userVersion(desk)));
    migrate(desk);
}

/// Takes away a file that a failed attempt left behind, if nothing is in it.
void removeIfEmpty(const std::string& path) {
    std::error_code error;
    const std::filesystem::path file = pathFromUtf8(path);
    if (std::filesystem::file_size(file, error) == 0 && !error)
        std::filesystem::remove(file, error);
}

std::unique_ptr<Connection> createDesk(const std::string& path, bool wasMissing) {
    try {
        auto desk = std::make_unique<Connection>(path, Access::Create);
        if (desk->readOnly())
            throw StoreFailure(sqlite::readOnlyError(path));
        desk->execute("PRAGMA page_size = 16384");
        migrate(*desk);
        return desk;
    } catch (const StoreFailure&) {
        if (wasMissing)
            removeIfEmpty(path);
        throw;
    }
}

/// Reads a little of every kind, so that damage shows now rather than in the middle of work.
void requireSound(const Connection& desk) {
    const bool ours = desk.integer("PRAGMA application_id") == kDeskApplicationId;
    const int version = userVersion(desk);
    if (version > deskVersion())
        desk.leaveUntouched();
    requireKnownVersion(desk.path(), version);
    const auto tables =
        desk.integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('instrument', "
                     "'series', 'bar', 'observation', 'setting', 'import_file', 'import_clock')");
    if (!ours || version < 1 || tables != 7)
        failWith("corrupt_desk",
                 fmt::format("{} is damaged (its tables are not all there). It was left as it is; restore a "
                             "backup, or import the files into a new desk.",
                             desk.path()));
    clockTick(desk);
}

/// Readers then go on while an import writes. Where that is impossible now (another program is at work, or a
/// network drive), the desk works without it.
void useWriteAheadLog(const Connection& desk) {
    try {
        if (desk.text("PRAGMA journal_mode") != "wal")
            desk.text("PRAGMA journal_mode = WAL");
    } catch (const SqliteFailure&) {
    }
}

void prepareForWork(const Connection& desk, bool readOnly) {
    desk.execute("PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = OFF; "
                 "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216");
    if (readOnly)
        desk.execute("PRAGMA query_only = ON");
    else
        useWriteAheadLog(desk);
}

} // namespace

Result<std::unique_ptr<MarketStore>> openDesk(const std::string& path, DeskMode mode) {
    return guarded([&]() -> std::unique_ptr<MarketStore> {
        const DeskFile file = inspectDeskFile(path);
        refuseForeign(path, file, mode);
        const bool isNew = file.state == FileState::Missing || file.state == FileState::Empty;
        auto desk = isNew ? createDesk(path, file.state == FileState::Missing) : openForReading(path);
        requireSound(*desk);
        if (userVersion(*desk) < deskVersion() && !desk->readOnly())
            bringUpToDate(*desk);
        const bool readOnly = mode == DeskMode::Read || desk->readOnly();
        prepareForWork(*desk, readOnly);
        return std::make_unique<SqliteMarketStore>(std::move(desk), readOnly);
    });
}

} // namespace rotascope
