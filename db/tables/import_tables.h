// The tables about imports themselves (import_…): files, what they spoke of, issues, conflicts, replaced
// values.
#pragma once

#include "core/store/records.h"
#include "db/sqlite/connection.h"
#include "db/tables/series_table.h"
#include "db/tables/value_tables.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rotascope {

/// Decimals of a value whose file did not say: fine enough that only the relative tolerance of "agrees"
/// counts.
constexpr int kUnknownDecimals = 17;

/// A value that differs from the stored one, before its file's path is looked up.
struct MetConflict {
    std::int64_t seriesId = 0;
    ValueConflict value; ///< storedPath still empty
    std::int64_t storedImportId = 0;
};

/// An import by its number, and the desk's tick after it.
struct ImportNumber {
    std::int64_t id = 0;
    std::uint64_t tick = 0;
};

ImportNumber addImport(const sqlite::Connection& desk, const ImportHeader& header, ConflictPolicy policy);
/// Hash and settings, where they were not known at the beginning.
void settleImport(const sqlite::Connection& desk, std::int64_t id, const ImportHeader& header);
/// When the same bytes were last imported into all of these series and not undone, before import `id`: the
/// same bytes under another symbol are another import.
std::optional<std::string> importedBefore(const sqlite::Connection& desk, const std::string& sha256,
                                          std::int64_t id, std::span<const std::int64_t> series);
ImportHeader importHeader(const sqlite::Connection& desk, std::int64_t id);

void addImportCounts(const sqlite::Connection& desk, std::int64_t id, const RowCounts& counts);
void addImportIssues(const sqlite::Connection& desk, std::int64_t id, const std::vector<ImportIssue>& issues);
void addImportConflicts(const sqlite::Connection& desk, std::int64_t id,
                        const std::vector<MetConflict>& conflicts);

/// Notes what a file spoke of; its statements are prepared once for all series.
class ImportedSeries {
public:
    ImportedSeries(const sqlite::Connection& desk, std::int64_t importId);
    /// `range`: the dates of all rows the file had for this series.
    void add(const ImportTarget& target, std::int64_t seriesId, const std::optional<DateRange>& range);

private:
    std::int64_t m_importId;
    sqlite::Statement m_addSeries;
    sqlite::Statement m_addColumn;
};

std::vector<ImportRecord> importRecords(const sqlite::Connection& desk);

/// Grows by one with every committed change.
std::uint64_t clockTick(const sqlite::Connection& desk);
void advanceClock(const sqlite::Connection& desk);

/// Decimals of the columns that stored values came from, looked up once per series.
class ColumnDecimals {
public:
    explicit ColumnDecimals(const sqlite::Connection& desk)
        : m_desk(desk) {}
    int of(std::int64_t seriesId, std::int64_t importId, Field field);

private:
    const sqlite::Connection& m_desk;
    std::int64_t m_seriesId = 0; ///< the series that m_decimals is about
    std::map<std::pair<std::int64_t, Field>, int> m_decimals;
};

} // namespace rotascope
