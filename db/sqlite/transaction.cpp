#include "db/sqlite/transaction.h"

#include <sqlite3.h>

namespace rotascope::sqlite {

void WriteTransaction::rollBack() noexcept {
    if (m_open && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    m_open = false;
}

ReadTransaction::~ReadTransaction() {
    if (m_owned && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace rotascope::sqlite
