// Transactions that end with their scope.
#pragma once

#include "db/sqlite/connection.h"

namespace rotascope::sqlite {

/// Takes the write lock at once; rolled back unless committed.
class WriteTransaction {
public:
    explicit WriteTransaction(const Connection& connection)
        : m_connection(connection) {
        m_connection.execute("BEGIN IMMEDIATE");
    }
    ~WriteTransaction() { rollBack(); }
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;

    void commit() {
        m_connection.execute("COMMIT");
        m_open = false;
    }
    /// Never throws: SQLite may already have rolled back by itself (a full disk).
    void rollBack() noexcept;

private:
    const Connection& m_connection;
    bool m_open = true;
};

/// One consistent state for several reads; nothing when a transaction is already open.
class ReadTransaction {
public:
    explicit ReadTransaction(const Connection& connection)
        : m_connection(connection)
        , m_owned(!connection.inTransaction()) {
        if (m_owned)
            m_connection.execute("BEGIN");
    }
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    const Connection& m_connection;
    bool m_owned;
};

} // namespace rotascope::sqlite
