#include "db/sqlite_import.h"

#include "db/sqlite/failure.h"
#include "db/tables/original_table.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::guarded;

constexpr std::uint64_t kBulkBytes = 32u << 20;

/// About 8 MB of rows.
constexpr std::size_t kWaitingRows = 128 * 1024;

/// Enough for one statement; few enough that the parser need not wait while they are written.
constexpr std::size_t kRowsAtOnce = 8 * 1024;

/// The rows from `first` on.
void append(const RecordBlock& from, std::size_t first, RecordBlock& to) {
    const auto add = [first](const auto& source, auto& target) {
        target.insert(target.end(), source.begin() + static_cast<std::ptrdiff_t>(first), source.end());
    };
    add(from.target, to.target);
    add(from.day, to.day);
    add(from.line, to.line);
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        add(from.values[slot], to.values[slot]);
}

void truncate(RecordBlock& block, std::size_t rows) {
    block.target.resize(rows);
    block.day.resize(rows);
    block.line.resize(rows);
    for (auto& values : block.values)
        values.resize(rows);
}

/// How many rows belong to targets that the file has left behind: those before the last target's. None where
/// rows of several targets alternate.
std::size_t rowsLeftBehind(const RecordBlock& block) {
    if (!std::is_sorted(block.target.begin(), block.target.end()))
        return 0;
    std::size_t first = block.size();
    while (first > 0 && block.target[first - 1] == block.target.back())
        --first;
    return first;
}

} // namespace

BulkJournal::BulkJournal(const Connection& desk, std::uint64_t fileBytes)
    : m_desk(desk) {
    if (fileBytes < kBulkBytes)
        return;
    try {
        m_active = desk.text("PRAGMA journal_mode = DELETE") == "delete";
    } catch (const sqlite::StoreFailure&) {
        // Someone else has the desk open: the log stays, which is slower and just as safe.
    }
}

BulkJournal::~BulkJournal() {
    if (!m_active)
        return;
    try {
        m_desk.text("PRAGMA journal_mode = WAL");
    } catch (const sqlite::StoreFailure&) {
        // The next one to open the desk for writing tries again.
    }
}

SqliteImport::SqliteImport(const Connection& desk, const ImportHeader& header,
                           std::vector<ImportTarget> targets, ConflictPolicy policy)
    : m_desk(desk)
    , m_journal(desk, header.bytes)
    , m_transaction(desk)
    , m_import(addImport(desk, header, policy))
    , m_sha256(header.sha256)
    , m_series(std::in_place, desk)
    , m_merge(desk, m_import, policy, m_targets) {
    claim(std::move(targets));
}

void SqliteImport::claim(std::vector<ImportTarget> targets) {
    for (ImportTarget& target : targets) {
        const HeldSeries series = m_series->claim(target);
        m_targets.push_back(MergeTarget{std::move(target), series.id, series.observations == 0});
        m_merge.join(series.id);
    }
}

template <class Work>
auto SqliteImport::orRollBack(Work&& work) {
    using Done = decltype(guarded(work));
    if (m_error)
        return Done(Failure(*m_error));
    Done done = guarded(std::forward<Work>(work));
    if (!done) {
        m_error = done.error();
        m_transaction.rollBack();
    }
    return done;
}

Result<void> SqliteImport::write(const RecordBlock& block) {
    return orRollBack([&] {
        claim(block.joining);
        take(block);
    });
}

void SqliteImport::take(const RecordBlock& block) {
    if (m_merge.isOrdered(block)) {
        flush();
        merge(block);
        return;
    }
    append(block, 0, m_waiting);
    if (const std::size_t whole = rowsLeftBehind(m_waiting); whole >= kRowsAtOnce)
        flushFirst(whole);
    else if (m_waiting.size() >= kWaitingRows)
        flush();
}

/// All but the target under way: its rows are then written in one piece, behind those of the others.
void SqliteImport::flushFirst(std::size_t rows) {
    append(m_waiting, rows, m_underWay);
    truncate(m_waiting, rows);
    flush();
    std::swap(m_waiting, m_underWay);
}

void SqliteImport::flush() {
    if (m_waiting.size() == 0)
        return;
    merge(m_waiting);
    m_waiting.clear();
}

void SqliteImport::merge(const RecordBlock& block) {
    const std::vector<Outcome>& outcomes = m_merge.merge(block);
    for (std::size_t row = 0; row < block.size(); ++row)
        m_tally.add(block.line[row], outcomes[row]);
}

ImportReceipt SqliteImport::receipt(const RowCounts& outside) {
    ImportReceipt receipt;
    receipt.counts = m_tally.finish();
    receipt.counts.rejected += outside.rejected;
    receipt.counts.ignored += outside.ignored;
    receipt.counts.rowsRead += outside.rejected + outside.ignored;
    std::vector<std::int64_t> series;
    for (const MergeTarget& target : m_targets)
        series.push_back(target.seriesId);
    receipt.alreadyImportedAt = importedBefore(m_desk, m_sha256, m_import.id, series);
    std::map<std::int64_t, std::string> paths;
    for (const MetConflict& met : m_merge.conflicts()) {
        const auto [path, isNew] = paths.try_emplace(met.storedImportId);
        if (isNew)
            path->second = importHeader(m_desk, met.storedImportId).path;
        receipt.conflicts.push_back(met.value);
        receipt.conflicts.back().storedPath = path->second;
    }
    return receipt;
}

Result<void> SqliteImport::settle(const ImportHeader& header, const std::vector<ImportTarget>& targets) {
    return orRollBack([&] {
        flush();
        m_merge.settle(targets);
        m_sha256 = header.sha256;
        settleImport(m_desk, m_import.id, header);
    });
}

void SqliteImport::record(const ImportReceipt& receipt, const std::vector<ImportIssue>& issues) {
    SeriesRegister known(m_desk);
    ImportedSeries spokenOf(m_desk, m_import.id);
    for (const MergeTarget& target : m_targets) {
        known.grow(target.seriesId, target.growth);
        spokenOf.add(target.target, target.seriesId, target.seen);
    }
    dropEmptySeries(m_desk);
    addImportCounts(m_desk, m_import.id, receipt.counts);
    addImportIssues(m_desk, m_import.id, issues);
    addImportConflicts(m_desk, m_import.id, m_merge.conflicts());
    advanceClock(m_desk);
}

Result<void> SqliteImport::keepOriginal(OriginalText& text) {
    return orRollBack([&] {
        if (auto* packed = dynamic_cast<PackedOriginal*>(&text); packed && !m_sha256.empty())
            keepOriginalText(m_desk, m_sha256, *packed);
    });
}

Result<ImportReceipt> SqliteImport::finish(const RowCounts& outside, const std::vector<ImportIssue>& issues,
                                           bool keep) {
    return orRollBack([&] {
        flush();
        m_merge.finish();
        m_series.reset(); // its open statements would outlive the transaction
        ImportReceipt done = receipt(outside);
        if (!keep) {
            m_transaction.rollBack();
            return done;
        }
        record(done, issues);
        m_transaction.commit();
        done.importId = m_import.id;
        return done;
    });
}

} // namespace rotascope
