#include "db/sqlite/failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>

namespace rotascope::sqlite {

namespace {

struct FailureRow {
    int resultCode; ///< extended codes stand before their primary code
    const char* slug;
    const char* sentence; ///< {0} the desk's path, {1} SQLite's own words
};

constexpr const char* kReadOnly =
    "{0} cannot be written: the file or its folder is read-only. Nothing was changed; allow "
    "writing, or copy the desk to a folder of your own.";

constexpr std::array kFailures{
    FailureRow{SQLITE_READONLY_DBMOVED, "cannot_open",
               "{0} was moved or deleted while it was open. Open it again where it is now."},
    FailureRow{SQLITE_BUSY, "desk_locked",
               "{0} is locked: another program is writing to it. Wait until it is done, or close it, then "
               "try again."},
    FailureRow{SQLITE_LOCKED, "desk_locked",
               "{0} is locked: another task is writing to it. Wait until it is done, then try again."},
    FailureRow{SQLITE_READONLY, "desk_read_only", kReadOnly},
    FailureRow{SQLITE_FULL, "disk_full",
               "The disk that holds {0} is full. Nothing was changed; free some space, then try again."},
    FailureRow{SQLITE_IOERR, "disk_error",
               "The disk failed while {0} was read or written ({1}). Nothing was changed; check the disk or "
               "the network "
               "drive, then try again."},
    FailureRow{
        SQLITE_CORRUPT, "corrupt_desk",
        "{0} is damaged ({1}). It was left as it is; restore a backup, or import the files into a new desk."},
    FailureRow{SQLITE_NOTADB, "not_a_desk",
               "{0} is not a Rotascope desk, or is damaged. It was left as it is; choose another file."},
    FailureRow{
        SQLITE_CANTOPEN, "cannot_open",
        "{0} cannot be opened ({1}). Check that the folder exists and that you may read and write there."},
    FailureRow{SQLITE_PERM, "cannot_open",
               "{0} cannot be opened: access was denied. Check the file's permissions."},
    FailureRow{SQLITE_AUTH, "cannot_open",
               "{0} cannot be opened: access was denied. Check the file's permissions."},
    FailureRow{
        SQLITE_CONSTRAINT, "duplicate_row",
        "The import holds two rows for one series and date. Nothing was changed in {0}; remove one of them."},
    FailureRow{SQLITE_NOMEM, "out_of_memory",
               "The machine ran out of memory while {0} was used. Close other programs, then try again."},
};

constexpr FailureRow kOtherFailure{SQLITE_ERROR, "desk_failed",
                                   "{0} could not be used: {1}. Nothing was changed."};

const FailureRow& rowOf(int resultCode) {
    for (const FailureRow& row : kFailures)
        if (row.resultCode == resultCode || row.resultCode == (resultCode & 0xff))
            return row;
    return kOtherFailure;
}

} // namespace

Error errorOf(int resultCode, const std::string& path, std::string_view detail) {
    const FailureRow& row = rowOf(resultCode);
    return Error{ErrorKind::Desk, row.slug, fmt::format(fmt::runtime(row.sentence), path, detail)};
}

Error readOnlyError(const std::string& path) {
    return errorOf(SQLITE_READONLY, path, {});
}

Error damagedError(const std::string& path, std::string_view detail) {
    return errorOf(SQLITE_CORRUPT, path, detail);
}

bool meansReadOnlyGround(int resultCode) {
    const int primary = resultCode & 0xff;
    return primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY || primary == SQLITE_PERM;
}

} // namespace rotascope::sqlite
