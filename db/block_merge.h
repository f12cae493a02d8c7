// Merges blocks of an import into the desk, value by value, and says what became of each row.
#pragma once

#include "core/store/market_store.h"
#include "core/store/records.h"
#include "db/line_tally.h"
#include "db/stored_rows.h"
#include "db/tables/block_table.h"
#include "db/tables/claim_table.h"
#include "db/tables/import_tables.h"
#include "db/tables/past_table.h"
#include "db/tables/series_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// A target of the running import and what became of it so far.
struct MergeTarget {
    ImportTarget target;
    std::int64_t seriesId = 0;
    bool fresh = false;              ///< the desk had no value of it before this import
    bool judgedByDecimals = false;   ///< a value agreed or differed by them
    SeriesGrowth growth = {};        ///< what was stored
    std::optional<DateRange> seen{}; ///< dates of all rows met
    ClaimPart claims = {};           ///< rows that wait to be noted
};

class BlockMerge {
public:
    BlockMerge(const sqlite::Connection& desk, ImportNumber import, ConflictPolicy policy,
               std::vector<MergeTarget>& targets);
    BlockMerge(const BlockMerge&) = delete;
    BlockMerge& operator=(const BlockMerge&) = delete;

    /// The series of the target behind those so far.
    void join(std::int64_t seriesId) { m_seriesOfTarget.push_back(seriesId); }
    /// Takes the decimals of the whole file. Throws StoreFailure where a value was judged by others.
    void settle(const std::vector<ImportTarget>& targets);

    /// Whether the block's rows ascend by (series, date), so that it can be merged without waiting for its
    /// neighbours.
    bool isOrdered(const RecordBlock& block) const;

    /// What became of each row of the block; valid until the next call.
    const std::vector<Outcome>& merge(const RecordBlock& block);

    /// Notes the last claims; nothing is merged afterwards.
    void finish();

    /// The first kListedIssues values that differed, by line within each block.
    const std::vector<MetConflict>& conflicts() const { return m_conflicts; }

private:
    /// A stored value that the block changes (or differs from, when it is kept).
    struct Change {
        std::uint32_t row = 0;
        std::size_t slot = 0;
        double was = 0; ///< NaN: the desk had none
        OriginLine origin;
    };

    /// Rows [first, last) of a block that all rise, or all fall, by their keys.
    struct Run {
        std::uint64_t least = 0;
        std::uint64_t most = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool falls = false;
    };

    std::uint64_t sortKey(const RecordBlock& block, std::size_t row) const;
    void order(const RecordBlock& block);
    bool orderByRuns(const RecordBlock& block);
    void mergeSegment(const RecordBlock& block, std::span<const std::uint32_t> rows);
    void compareSegment(const RecordBlock& block, MergeTarget& target, std::span<const std::uint32_t> rows);
    Outcome compareRow(const RecordBlock& block, MergeTarget& target, std::uint32_t row);
    Outcome compareValue(const RecordBlock& block, MergeTarget& target, Change met);
    void noteClaim(MergeTarget& target, const ClaimRow& claim);
    void writeClaims();
    OriginLine originOf(const MergeTarget& target, std::int32_t day, Field field, OriginLine ofRow);
    bool agrees(MergeTarget& target, std::size_t slot, double here, double was, std::int64_t wasImport);
    void noteConflict(const RecordBlock& block, const MergeTarget& target, const Change& met);
    void apply(const RecordBlock& block, MergeTarget& target, const Change& change);
    void insertRow(const RecordBlock& block, MergeTarget& target, std::uint32_t row);
    void insertRows(const RecordBlock& block, sqlite::Statement& insert,
                    const std::vector<std::uint32_t>& rows);
    void listConflicts();

    std::int64_t m_importId;
    std::uint64_t m_tick;
    ConflictPolicy m_policy;
    std::vector<MergeTarget>& m_targets;
    std::vector<std::int64_t> m_seriesOfTarget;

    std::vector<std::uint32_t> m_order;
    std::vector<Run> m_runs;
    std::vector<Outcome> m_outcomes;
    std::vector<std::uint32_t> m_newBars;
    std::vector<std::uint32_t> m_newObservations;
    std::vector<Change> m_changes;
    std::vector<MetConflict> m_met; ///< of the block at hand
    std::vector<MetConflict> m_conflicts;

    BlockRows m_shown;
    ColumnDecimals m_decimals;
    StoredRows m_storedBars;
    StoredRows m_storedObservations;
    sqlite::Statement m_insertBars;
    sqlite::Statement m_insertObservations;
    std::vector<sqlite::Statement> m_setBarField; ///< by slot
    sqlite::Statement m_setObservation;
    sqlite::Statement m_findOrigin;
    sqlite::Statement m_setOrigin;
    PastValues m_past;
    ClaimWriter m_claims;
    std::size_t m_claimBytes = 0; ///< that wait in all targets
};

} // namespace rotascope
