#include "db/sqlite/statement.h"

#include "db/sqlite/connection.h"

#include <sqlite3.h>

#include <limits>
#include <utility>

namespace rotascope::sqlite {

Statement::Statement(const Connection& connection, std::string_view sql)
    : m_connection(&connection) {
    check(sqlite3_prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()), &m_statement,
                             nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr)) {}

bool Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        sqlite3_reset(m_statement);
        check(code);
    }
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const {
    const double value = sqlite3_column_double(m_statement, column);
    // NULL reads as 0; asking for the type only then keeps the common path at one call.
    return value == 0.0 && isNull(column) ? std::numeric_limits<double>::quiet_NaN() : value;
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                 : std::string();
}

std::string_view Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::maybeInteger(int column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

void Statement::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(m_statement, index, value));
}
void Statement::bind(int index, double value) {
    check(sqlite3_bind_double(m_statement, index, value));
}
void Statement::bindNull(int index) {
    check(sqlite3_bind_null(m_statement, index));
}

void Statement::bind(int index, std::string_view value) {
    check(sqlite3_bind_text(m_statement, index, value.data() ? value.data() : "",
                            static_cast<int>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, Blob value) {
    check(sqlite3_bind_blob64(m_statement, index, value.bytes.data(), value.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int index, const Columns& value) {
    check(sqlite3_bind_pointer(m_statement, index, const_cast<Columns*>(&value), kColumnsType, nullptr));
}

void Statement::check(int resultCode) const {
    if (resultCode != SQLITE_OK)
        m_connection->fail();
}

} // namespace rotascope::sqlite
