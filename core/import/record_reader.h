// The second pass: typed records in blocks, and an account of every row that becomes none.
#pragma once

#include "core/import/prepared_import.h"

#include <functional>

namespace rotascope {

/// Rows in a block; a line's rows are never parted.
constexpr std::size_t kBlockRows = 8192;

/// Takes a full block and leaves an empty one in its place; false ends the reading without an error of its
/// own.
using BlockSink = std::function<bool(RecordBlock&)>;

/// What became of the rows that reach no store, and what to say about them.
struct ReadAccount {
    RowCounts outside; ///< rowsRead counts every row, rejected and ignored those without a record
    std::uint64_t cellsRejected = 0; ///< of rows whose other values have records
    IssueList issues;
};

/// Makes records of rows.
class RecordReader {
public:
    RecordReader(PreparedImport& prepared, ReadAccount& account);

    void add(const RowStream& stream);
    RecordBlock& block() { return m_block; }

private:
    void take(const RowStream& stream, std::size_t symbol);
    void append(const TypedRow& row, std::size_t symbol);
    void reject(const RowStream& stream);
    void rejectClash(const RowStream& stream, std::size_t symbol);
    void issue(const CsvRecord& record, IssueCode code, std::size_t column, std::string_view more = {});
    std::string headingOf(std::size_t column) const;

    PreparedImport& m_prepared;
    const ReadingPlan& m_plan;
    ReadAccount& m_account;
    std::size_t m_groups;
    RecordBlock m_block;
};

/// Streams the file's records. Refuses "changed_while_read" when the bytes are not those that were surveyed.
Result<void> readRecords(ByteSource& bytes, PreparedImport& prepared, Date today, ImportProgress& progress,
                         ReadAccount& account, const BlockSink& sink);

} // namespace rotascope
