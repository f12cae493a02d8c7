// One open database file, used by one thread at a time.
#pragma once

#include "db/sqlite/statement.h"

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;

namespace rotascope::sqlite {

enum class Access : std::uint8_t {
    Create,   ///< read and write, made when missing
    Write,    ///< read and write where the ground allows it, else read only
    Immutable ///< read only, without locks or files beside it: for read-only folders
};

/// Cannot be moved: statements point to it.
class Connection {
public:
    /// Throws SqliteFailure. Opening reads nothing yet: damage and locks show at the first statement.
    Connection(const std::string& path, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const std::string& path() const { return m_path; }
    sqlite3* handle() const { return m_handle; }

    /// Runs any number of statements without parameters or results.
    void execute(const std::string& sql) const;
    Statement prepare(std::string_view sql) const { return Statement(*this, sql); }
    /// The first column of the first row; 0 without a row.
    std::int64_t integer(std::string_view sql) const;
    std::string text(std::string_view sql) const;

    bool readOnly() const;
    bool inTransaction() const;
    /// Leaves the file beside the desk that still holds committed changes alone when this connection closes.
    void leaveUntouched() const;

    /// Throws what the last call failed with.
    [[noreturn]] void fail() const;

private:
    std::string m_path;
    sqlite3* m_handle = nullptr;
};

} // namespace rotascope::sqlite
