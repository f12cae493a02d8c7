#include "db/tables/import_tables.h"

#include <algorithm>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

ImportHeader headerRow(const Statement& row, int from) {
    return ImportHeader{
        row.text(from),     row.text(from + 1), static_cast<std::uint64_t>(row.integer(from + 2)),
        row.text(from + 3), row.text(from + 4), row.text(from + 5)};
}

ImportRecord recordRow(const Statement& row) {
    ImportRecord record;
    record.id = row.integer(0);
    record.header = headerRow(row, 1);
    const auto count = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    record.counts = RowCounts{count(7), count(8), count(9), count(10), count(11), count(12), count(13)};
    record.undone = !row.isNull(14);
    if (record.undone)
        record.undoneAt = row.text(14);
    return record;
}

void addSymbolsAndRange(Statement& rows, ImportRecord& record) {
    rows.with(record.id);
    while (rows.step()) {
        const Symbol symbol = rows.text(0);
        if (record.symbols.empty() || record.symbols.back() != symbol)
            record.symbols.push_back(symbol);
        if (rows.isNull(1))
            continue;
        const DateRange range{dateFromDayNumber(static_cast<std::int32_t>(rows.integer(1))),
                              dateFromDayNumber(static_cast<std::int32_t>(rows.integer(2)))};
        record.range = record.range ? DateRange{std::min(record.range->first, range.first),
                                                std::max(record.range->last, range.last)}
                                    : range;
    }
}

} // namespace

ImportNumber addImport(const Connection& desk, const ImportHeader& header, ConflictPolicy policy) {
    const std::uint64_t tick = clockTick(desk) + 1;
    Statement insert = desk.prepare(
        "INSERT INTO import_file (path, sha256, bytes, format, settings, imported_at, policy, tick) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
    insert
        .with(header.path, header.sha256, header.bytes, header.format, header.settings, header.importedAt,
              std::string_view(policy == ConflictPolicy::Replace ? "replace" : "keep"), tick)
        .step();
    return {insert.integer(0), tick};
}

void settleImport(const Connection& desk, std::int64_t id, const ImportHeader& header) {
    desk.prepare("UPDATE import_file SET sha256 = ?, settings = ? WHERE id = ?")
        .with(header.sha256, header.settings, id)
        .run();
}

std::optional<std::string> importedBefore(const Connection& desk, const std::string& sha256, std::int64_t id,
                                          std::span<const std::int64_t> series) {
    if (sha256.empty() || series.empty())
        return std::nullopt;
    Statement earlier =
        desk.prepare("SELECT id, imported_at FROM import_file WHERE sha256 = ? AND id < ? AND "
                     "undone_at IS NULL ORDER BY id DESC");
    Statement held = desk.prepare("SELECT 1 FROM import_series WHERE import_id = ? AND series_id = ?");
    earlier.with(sha256, id);
    while (earlier.step()) {
        const std::int64_t before = earlier.integer(0);
        if (std::all_of(series.begin(), series.end(),
                        [&](std::int64_t one) { return held.with(before, one).step(); }))
            return earlier.text(1);
    }
    return std::nullopt;
}

ImportHeader importHeader(const Connection& desk, std::int64_t id) {
    Statement row = desk.prepare(
        "SELECT path, sha256, bytes, format, settings, imported_at FROM import_file WHERE id = ?");
    return row.with(id).step() ? headerRow(row, 0) : ImportHeader{};
}

void addImportCounts(const Connection& desk, std::int64_t id, const RowCounts& counts) {
    desk.prepare(
            "UPDATE import_file SET rows_read = ?, stored = ?, unchanged = ?, replaced = ?, conflicts = ?, "
            "rejected = ?, ignored = ? WHERE id = ?")
        .with(counts.rowsRead, counts.stored, counts.unchanged, counts.replaced, counts.conflicts,
              counts.rejected, counts.ignored, id)
        .run();
}

ImportedSeries::ImportedSeries(const Connection& desk, std::int64_t importId)
    : m_importId(importId)
    , m_addSeries(
          desk,
          "INSERT INTO import_series (import_id, series_id, symbol, cadence, field, first_date, last_date) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)")
    , m_addColumn(desk, "INSERT INTO import_column (series_id, import_id, field, decimals, source_column) "
                        "VALUES (?, ?, ?, ?, ?)") {}

void ImportedSeries::add(const ImportTarget& target, std::int64_t seriesId,
                         const std::optional<DateRange>& range) {
    std::optional<std::int32_t> first;
    std::optional<std::int32_t> last;
    if (range) {
        first = dayNumber(range->first);
        last = dayNumber(range->last);
    }
    const auto field = target.field ? std::optional(nameOf(*target.field)) : std::nullopt;
    m_addSeries
        .with(m_importId, seriesId, target.instrument.symbol, nameOf(target.cadence), field, first, last)
        .run();
    for (std::size_t slot = 0; slot < (target.isBars() ? kBarFieldCount : 1); ++slot)
        if (target.sourceColumn[slot] != 0)
            m_addColumn
                .with(seriesId, m_importId, nameOf(target.fieldOfSlot(slot)),
                      std::int32_t{target.decimals[slot]}, target.sourceColumn[slot])
                .run();
}

void addImportIssues(const Connection& desk, std::int64_t id, const std::vector<ImportIssue>& issues) {
    Statement insert = desk.prepare("INSERT INTO import_issue VALUES (?, ?, ?, ?, ?, ?, ?)");
    std::uint32_t position = 0;
    for (const ImportIssue& issue : issues) {
        if (++position > kListedIssues)
            return;
        insert.with(id, position, issue.line, issue.column, issue.code, issue.message, issue.text).run();
    }
}

void addImportConflicts(const Connection& desk, std::int64_t id, const std::vector<MetConflict>& conflicts) {
    Statement insert = desk.prepare("INSERT INTO import_conflict VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::uint32_t position = 0;
    for (const MetConflict& conflict : conflicts) {
        const ValueConflict& value = conflict.value;
        insert
            .with(id, ++position, value.line, conflict.seriesId, dayNumber(value.date), nameOf(value.field),
                  value.here, value.stored, conflict.storedImportId, value.storedLine)
            .run();
    }
}

std::vector<ImportRecord> importRecords(const Connection& desk) {
    std::vector<ImportRecord> records;
    Statement rows = desk.prepare(
        "SELECT id, path, sha256, bytes, format, settings, imported_at, rows_read, stored, "
        "unchanged, replaced, conflicts, rejected, ignored, undone_at FROM import_file ORDER BY id");
    Statement series =
        desk.prepare("SELECT symbol, first_date, last_date FROM import_series WHERE import_id = ? "
                     "ORDER BY symbol");
    while (rows.step()) {
        records.push_back(recordRow(rows));
        addSymbolsAndRange(series, records.back());
    }
    return records;
}

std::uint64_t clockTick(const Connection& desk) {
    return static_cast<std::uint64_t>(desk.integer("SELECT tick FROM import_clock"));
}

void advanceClock(const Connection& desk) {
    desk.execute("UPDATE import_clock SET tick = tick + 1");
}

int ColumnDecimals::of(std::int64_t seriesId, std::int64_t importId, Field field) {
    if (seriesId != m_seriesId) {
        m_seriesId = seriesId;
        m_decimals.clear();
        Statement rows =
            m_desk.prepare("SELECT import_id, field, decimals FROM import_column WHERE series_id = ?");
        rows.with(seriesId);
        while (rows.step())
            if (const auto named = fieldNamed(rows.text(1)))
                m_decimals[{rows.integer(0), *named}] = static_cast<int>(rows.integer(2));
    }
    const auto it = m_decimals.find({importId, field});
    return it == m_decimals.end() ? kUnknownDecimals : it->second;
}

} // namespace rotascope
