#include "db/sqlite/connection.h"

#include "db/sqlite/failure.h"
#include "db/sqlite/into_columns.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace rotascope::sqlite {

namespace {

constexpr int kBusyMilliseconds = 2000;

/// SQLite reads `immutable=1` only from a URI; everything that has a meaning in one is escaped.
std::string immutableUri(const std::string& path) {
    std::string uri = "file:";
    if (path.size() > 1 && path[1] == ':') // a Windows drive
        uri += "///";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '/' || c == '.' || c == '-' || c == '_' || c == ':';
        if (plain)
            uri += c;
        else if (c == '\\')
            uri += '/';
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return uri + "?immutable=1";
}

int flagsOf(Access access) {
    if (access == Access::Immutable)
        return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    const int create = access == Access::Create ? SQLITE_OPEN_CREATE : 0;
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | create;
}

#ifdef _WIN32
// SQLite's usual one refuses paths of more than 260 letters.
constexpr const char* kFileSystem = "win32-longpath";
#else
constexpr const char* kFileSystem = nullptr; ///< the system's usual one
#endif

} // namespace

Connection::Connection(const std::string& path, Access access)
    : m_path(path) {
    const std::string name = access == Access::Immutable ? immutableUri(path) : path;
    const int code = sqlite3_open_v2(name.c_str(), &m_handle, flagsOf(access), kFileSystem);
    if (code != SQLITE_OK) {
        const int extended = m_handle ? sqlite3_extended_errcode(m_handle) : code;
        const std::string detail = m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code);
        sqlite3_close(m_handle);
        throw SqliteFailure(extended, path, detail);
    }
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, kBusyMilliseconds);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    registerIntoColumns(m_handle);
}

Connection::~Connection() {
    sqlite3_close(m_handle);
}

void Connection::execute(const std::string& sql) const {
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail();
}

std::int64_t Connection::integer(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Connection::text(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.text(0) : std::string();
}

bool Connection::readOnly() const {
    return sqlite3_db_readonly(m_handle, "main") == 1;
}
bool Connection::inTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::leaveUntouched() const {
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Connection::fail() const {
    throw SqliteFailure(sqlite3_extended_errcode(m_handle), m_path, sqlite3_errmsg(m_handle));
}

} // namespace rotascope::sqlite
