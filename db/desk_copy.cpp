#include "db/desk_copy.h"

#include "db/desk_file.h"
#include "db/migrations/migrations.h"
#include "db/sqlite/failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace rotascope {

namespace {

namespace fs = std::filesystem;
using sqlite::Access;
using sqlite::Connection;
using sqlite::StoreFailure;

std::string textOf(const fs::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

[[noreturn]] void failWith(ErrorKind kind, std::string code, std::string message) {
    throw StoreFailure(Error{kind, std::move(code), std::move(message)});
}

void copyPages(const Connection& from, const Connection& to) {
    sqlite3_backup* copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!copy)
        to.fail();
    sqlite3_backup_step(copy, -1);
    if (sqlite3_backup_finish(copy) != SQLITE_OK)
        to.fail();
}

/// Reads every page, every reference and the counts.
DeskCopy checkedCopy(const std::string& path) {
    const Connection copy(path, Access::Immutable);
    if (const std::string found = copy.text("PRAGMA integrity_check"); found != "ok")
        throw StoreFailure(sqlite::damagedError(path, found));
    if (copy.prepare("PRAGMA foreign_key_check").step())
        throw StoreFailure(sqlite::damagedError(path, "a reference leads nowhere"));
    if (copy.integer("PRAGMA application_id") != kDeskApplicationId)
        failWith(ErrorKind::Refused, "not_a_desk", fmt::format("{} is not a Rotascope desk.", path));
    DeskCopy out{path, 0, 0, 0};
    out.instruments = static_cast<std::uint64_t>(copy.integer("SELECT count(*) FROM instrument"));
    out.imports = static_cast<std::uint64_t>(copy.integer("SELECT count(*) FROM import_file"));
    std::error_code error;
    out.bytes = fs::file_size(pathFromUtf8(path), error);
    return out;
}

void removeQuietly(const std::string& path) {
    std::error_code error;
    for (const char* beside : {"", "-journal", "-wal", "-shm"})
        fs::remove(pathFromUtf8(path + beside), error);
}

void rename(const std::string& from, const std::string& to) {
    std::error_code error;
    fs::rename(pathFromUtf8(from), pathFromUtf8(to), error);
    if (error)
        failWith(ErrorKind::Desk, "cannot_write",
                 fmt::format("{} could not be put in its place: {}. Nothing else was changed.", to,
                             error.message()));
}

/// A copy under a passing name, checked; the caller gives it its own.
std::string freshCopy(const Connection& desk, const std::string& to, const char* passing) {
    const std::string part = to + passing;
    removeQuietly(part);
    try {
        {
            const Connection copy(part, Access::Create);
            copyPages(desk, copy);
            copy.text("PRAGMA journal_mode = DELETE");
        }
        checkedCopy(part);
    } catch (const StoreFailure&) {
        removeQuietly(part);
        throw;
    }
    return part;
}

void requireDesk(const std::string& path) {
    const DeskFile file = inspectDeskFile(path);
    if (file.state == FileState::Missing)
        failWith(ErrorKind::Refused, "missing_file",
                 fmt::format("There is no file {}. Check the name.", path));
    if (file.state != FileState::Desk)
        failWith(ErrorKind::Refused, "not_a_desk",
                 fmt::format("{} is not a Rotascope desk. Name a file that `rota backup` wrote.", path));
    if (file.version > deskVersion())
        failWith(
            ErrorKind::Desk, "newer_desk",
            fmt::format("{} was written by a newer Rotascope (desk version {}, this one reads up to {}). "
                        "Update Rotascope.",
                        path, file.version, deskVersion()));
}

/// Brings the log home and makes sure that nobody else has the desk open. A damaged desk is moved as it is.
void settleFormer(const std::string& desk) {
    try {
        const Connection former(desk, Access::Write);
        former.text("PRAGMA journal_mode = DELETE");
        former.execute("BEGIN EXCLUSIVE; ROLLBACK");
    } catch (const StoreFailure& failure) {
        const std::string& code = failure.error().code;
        if (code != "corrupt_desk" && code != "not_a_desk")
            throw;
    }
}

/// The desk is never without its name: the old file gets a second one before the new file takes the first.
std::string keepFormer(const std::string& desk, const std::string& stamp) {
    const fs::path path = pathFromUtf8(desk);
    const std::string stem = textOf(path.stem());
    fs::path former =
        path.parent_path() / pathFromUtf8(fmt::format("{}.before-restore-{}.rota", stem, stamp));
    for (int more = 2; fs::exists(former); ++more)
        former =
            path.parent_path() / pathFromUtf8(fmt::format("{}.before-restore-{}-{}.rota", stem, stamp, more));
    std::error_code error;
    fs::create_hard_link(path, former, error);
    if (error)
        rename(desk, textOf(former));
    for (const char* beside : {"-wal", "-shm", "-journal"})
        if (fs::exists(pathFromUtf8(desk + beside)))
            rename(desk + beside, textOf(former) + beside);
    return textOf(former);
}

} // namespace

std::unique_ptr<Connection> openForReading(const std::string& path) {
    try {
        auto desk = std::make_unique<Connection>(path, Access::Write);
        desk->integer("PRAGMA user_version");
        return desk;
    } catch (const sqlite::SqliteFailure& failure) {
        if (!sqlite::meansReadOnlyGround(failure.resultCode()) || hasPendingLog(path))
            throw;
    }
    return std::make_unique<Connection>(path, Access::Immutable);
}

std::string backupFolder(const std::string& desk) {
    const fs::path path = pathFromUtf8(desk);
    return textOf(path.parent_path() / pathFromUtf8(textOf(path.stem()) + ".backups"));
}

DeskCopy copyDesk(const Connection& desk, const std::string& to) {
    const std::string part = freshCopy(desk, to, ".part");
    rename(part, to);
    return checkedCopy(to);
}

Result<DeskCopy> backupDesk(const std::string& desk, const std::string& to) {
    return sqlite::guarded([&] {
        requireDesk(desk);
        if (inspectDeskFile(to).state != FileState::Missing)
            failWith(ErrorKind::Refused, "file_exists",
                     fmt::format("{} is there already. Name another file; a backup replaces nothing.", to));
        return copyDesk(*openForReading(desk), to);
    });
}

Result<RestoredDesk> restoreDesk(const std::string& backup, const std::string& desk,
                                 const std::string& stamp) {
    return sqlite::guarded([&] {
        requireDesk(backup);
        const FileState there = inspectDeskFile(desk).state;
        std::error_code error;
        if (there == FileState::Folder || fs::equivalent(pathFromUtf8(backup), pathFromUtf8(desk), error))
            failWith(ErrorKind::Refused, "same_file",
                     fmt::format("{} cannot be restored onto itself.", desk));
        const std::string fresh = freshCopy(*openForReading(backup), desk, ".restoring");
        RestoredDesk out;
        try {
            if (there == FileState::Desk)
                settleFormer(desk);
            if (there != FileState::Missing)
                out.former = keepFormer(desk, stamp);
        } catch (const StoreFailure&) {
            removeQuietly(fresh);
            throw;
        }
        rename(fresh, desk);
        out.desk = checkedCopy(desk);
        return out;
    });
}

} // namespace rotascope
