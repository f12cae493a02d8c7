// One file's import into an SQLite desk: a single transaction.
#pragma once

#include "core/store/market_store.h"
#include "db/block_merge.h"
#include "db/line_tally.h"
#include "db/sqlite/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// While it lives, a huge load writes pages once instead of twice (into the write-ahead log, then into the
/// desk). Other connections keep the log in use; then, and for small files, nothing changes.
class BulkJournal {
public:
    BulkJournal(const sqlite::Connection& desk, std::uint64_t fileBytes);
    ~BulkJournal();
    BulkJournal(const BulkJournal&) = delete;
    BulkJournal& operator=(const BulkJournal&) = delete;

private:
    const sqlite::Connection& m_desk;
    bool m_active = false;
};

class SqliteImport final : public EarlyImport {
public:
    /// Throws StoreFailure.
    SqliteImport(const sqlite::Connection& desk, const ImportHeader& header,
                 std::vector<ImportTarget> targets, ConflictPolicy policy);

    Result<void> write(const RecordBlock& block) override;
    Result<void> settle(const ImportHeader& header, const std::vector<ImportTarget>& targets) override;
    Result<void> keepOriginal(OriginalText& text) override;
    Result<ImportReceipt> finish(const RowCounts& outside, const std::vector<ImportIssue>& issues,
                                 bool keep) override;

private:
    template <class Work>
    auto orRollBack(Work&& work);
    void claim(std::vector<ImportTarget> targets);
    void take(const RecordBlock& block);
    void merge(const RecordBlock& block);
    void flush();
    void flushFirst(std::size_t rows);
    ImportReceipt receipt(const RowCounts& outside);
    void record(const ImportReceipt& receipt, const std::vector<ImportIssue>& issues);

    const sqlite::Connection& m_desk;
    BulkJournal m_journal;
    sqlite::WriteTransaction m_transaction;
    ImportNumber m_import;
    std::string m_sha256;
    std::optional<SeriesRegister> m_series; ///< until the last target has joined
    std::vector<MergeTarget> m_targets;
    BlockMerge m_merge;
    LineTally m_tally;
    RecordBlock m_waiting;  ///< rows out of order, gathered so that fewer and longer runs are written
    RecordBlock m_underWay; ///< empty; keeps its memory for rows that wait on
    std::optional<Error> m_error;
};

} // namespace rotascope
