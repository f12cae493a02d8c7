#include "db/block_merge.h"

#include "db/sqlite/failure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

/// Shorter runs are sorted row by row.
constexpr std::size_t kFewestInRun = 8;

/// Enough that the parts of a file with many series stay long.
constexpr std::size_t kWaitingClaimBytes = std::size_t{4} << 20;

// OR ROLLBACK spares SQLite the journal that would undo a single statement: a key met twice ends the import
// anyway.
constexpr std::string_view kInsertBars =
    "INSERT OR ROLLBACK INTO bar (series_id, date, open, high, low, close, adj_close, volume, import_id, "
    "line) "
    "SELECT series_id, date, v0, v1, v2, v3, v4, v5, ?, line FROM block_row";
constexpr std::string_view kInsertObservations =
    "INSERT OR ROLLBACK INTO observation (series_id, date, value, import_id, line) "
    "SELECT series_id, date, v0, ?, line FROM block_row";

std::size_t slotCount(const ImportTarget& target) {
    return target.isBars() ? kBarFieldCount : 1;
}

std::uint32_t valueBits(const RecordBlock& block, const ImportTarget& target, std::uint32_t row) {
    std::uint32_t bits = 0;
    for (std::size_t slot = 0; slot < slotCount(target); ++slot)
        bits |= static_cast<std::uint32_t>(!std::isnan(block.values[slot][row])) << slot;
    return bits;
}

const Connection& withBlockTable(const Connection& desk, const BlockRows* shown) {
    registerBlockTable(desk, shown);
    return desk;
}

} // namespace

BlockMerge::BlockMerge(const Connection& desk, ImportNumber import, ConflictPolicy policy,
                       std::vector<MergeTarget>& targets)
    : m_importId(import.id)
    , m_tick(import.tick)
    , m_policy(policy)
    , m_targets(targets)
    , m_decimals(desk)
    , m_storedBars(desk, true)
    , m_storedObservations(desk, false)
    , m_insertBars(withBlockTable(desk, &m_shown), kInsertBars)
    , m_insertObservations(desk, kInsertObservations)
    , m_setObservation(
          desk, "UPDATE observation SET value = ?, import_id = ?, line = ? WHERE series_id = ? AND date = ?")
    , m_findOrigin(desk,
                   "SELECT import_id, line FROM bar_origin WHERE series_id = ? AND date = ? AND field = ?")
    , m_setOrigin(desk, "INSERT OR REPLACE INTO bar_origin (series_id, date, field, import_id, line) VALUES "
                        "(?, ?, ?, ?, ?)")
    , m_past(desk)
    , m_claims(desk, import.id) {
    m_setBarField.reserve(kBarFieldCount);
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        m_setBarField.emplace_back(
            desk, fmt::format("UPDATE bar SET {} = ? WHERE series_id = ? AND date = ?", kFields[slot].name));
}

void BlockMerge::settle(const std::vector<ImportTarget>& targets) {
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        if (m_targets[i].judgedByDecimals && m_targets[i].target.decimals != targets[i].decimals)
            throw sqlite::StoreFailure(
                Error{ErrorKind::Desk, "judged_too_early",
                      "The file's numbers became finer after some had been compared; import it again."});
        m_targets[i].target = targets[i];
    }
}

std::uint64_t BlockMerge::sortKey(const RecordBlock& block, std::size_t row) const {
    const auto day = static_cast<std::uint32_t>(block.day[row]) ^ 0x80000000u;
    return static_cast<std::uint64_t>(m_seriesOfTarget[block.target[row]]) << 32 | day;
}

bool BlockMerge::isOrdered(const RecordBlock& block) const {
    for (std::size_t row = 1; row < block.size(); ++row)
        if (sortKey(block, row - 1) >= sortKey(block, row))
            return false;
    return true;
}

/// Files come newest first as often as oldest first: their rows are few long runs, each in one direction,
/// which need turning round and putting side by side, not sorting. False where the rows are no such runs.
bool BlockMerge::orderByRuns(const RecordBlock& block) {
    m_runs.clear();
    const auto rows = static_cast<std::uint32_t>(block.size());
    for (std::uint32_t first = 0, last = 1; first < rows; first = last++) {
        const bool falls = last < rows && sortKey(block, last) < sortKey(block, first);
        while (last < rows && sortKey(block, last - 1) != sortKey(block, last) &&
               (sortKey(block, last) < sortKey(block, last - 1)) == falls)
            ++last;
        const std::uint64_t least = sortKey(block, falls ? last - 1 : first);
        m_runs.push_back({least, sortKey(block, falls ? first : last - 1), first, last, falls});
        if (m_runs.size() * kFewestInRun > block.size() + kFewestInRun)
            return false;
    }
    std::sort(m_runs.begin(), m_runs.end(), [](const Run& a, const Run& b) { return a.least < b.least; });
    for (std::size_t i = 1; i < m_runs.size(); ++i)
        if (m_runs[i].least <= m_runs[i - 1].most)
            return false;
    auto out = m_order.begin();
    for (const Run& run : m_runs) {
        std::iota(out, out + (run.last - run.first), run.first);
        if (run.falls)
            std::reverse(out, out + (run.last - run.first));
        out += run.last - run.first;
    }
    return true;
}

void BlockMerge::order(const RecordBlock& block) {
    m_order.resize(block.size());
    std::iota(m_order.begin(), m_order.end(), 0u);
    if (isOrdered(block) || orderByRuns(block))
        return;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed(block.size());
    for (std::uint32_t row = 0; row < block.size(); ++row)
        keyed[row] = {sortKey(block, row), row};
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), m_order.begin(),
                   [](const auto& entry) { return entry.second; });
}

const std::vector<Outcome>& BlockMerge::merge(const RecordBlock& block) {
    m_outcomes.assign(block.size(), Outcome::Ignored);
    m_newBars.clear();
    m_newObservations.clear();
    order(block);
    const std::span<const std::uint32_t> rows(m_order);
    for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
        while (last < rows.size() && block.target[rows[last]] == block.target[rows[first]])
            ++last;
        mergeSegment(block, rows.subspan(first, last - first));
    }
    insertRows(block, m_insertBars, m_newBars);
    insertRows(block, m_insertObservations, m_newObservations);
    listConflicts();
    return m_outcomes;
}

void BlockMerge::mergeSegment(const RecordBlock& block, std::span<const std::uint32_t> rows) {
    assert(block.target[rows.front()] < m_targets.size());
    MergeTarget& target = m_targets[block.target[rows.front()]];
    SeriesGrowth seen{target.seen, 0, 0};
    seen.include(block.day[rows.front()]);
    seen.include(block.day[rows.back()]);
    target.seen = seen.range;
    if (!target.fresh)
        return compareSegment(block, target, rows);
    for (const std::uint32_t row : rows)
        insertRow(block, target, row);
}

void BlockMerge::insertRow(const RecordBlock& block, MergeTarget& target, std::uint32_t row) {
    const std::uint32_t bits = valueBits(block, target.target, row);
    if (bits == 0)
        return;
    (target.target.isBars() ? m_newBars : m_newObservations).push_back(row);
    m_outcomes[row] = Outcome::Stored;
    target.growth.include(block.day[row]);
    target.growth.fieldBits |= bits;
    ++target.growth.observations;
}

void BlockMerge::insertRows(const RecordBlock& block, Statement& insert,
                            const std::vector<std::uint32_t>& rows) {
    if (rows.empty())
        return;
    m_shown = BlockRows{&block, m_seriesOfTarget, rows};
    insert.with(m_importId).run();
}

void BlockMerge::compareSegment(const RecordBlock& block, MergeTarget& target,
                                std::span<const std::uint32_t> rows) {
    StoredRows& stored = target.target.isBars() ? m_storedBars : m_storedObservations;
    m_changes.clear();
    stored.start(target.seriesId, block.day[rows.front()], block.day[rows.back()], rows.size());
    for (const std::uint32_t row : rows) {
        if (stored.find(block.day[row]))
            m_outcomes[row] = compareRow(block, target, row);
        else
            insertRow(block, target, row);
    }
    stored.stop();
    for (const Change& change : m_changes)
        apply(block, target, change);
}

Outcome BlockMerge::compareRow(const RecordBlock& block, MergeTarget& target, std::uint32_t row) {
    const StoredRows& stored = target.target.isBars() ? m_storedBars : m_storedObservations;
    Outcome strongest = Outcome::Ignored;
    ClaimRow claim{block.day[row], block.line[row]};
    for (std::size_t slot = 0; slot < slotCount(target.target); ++slot) {
        const double here = block.values[slot][row];
        if (std::isnan(here))
            continue;
        const auto bit = static_cast<std::uint8_t>(1u << slot);
        const double was = stored.value(slot);
        const bool same = here == was;
        const Outcome outcome =
            same ? Outcome::Unchanged : compareValue(block, target, Change{row, slot, was, stored.origin()});
        strongest = std::max(strongest, outcome);
        if (outcome != Outcome::Unchanged && outcome != Outcome::Conflict)
            continue;
        claim.values[slot] = here;
        (same ? claim.same : claim.own) |= bit;
    }
    noteClaim(target, claim);
    return strongest;
}

void BlockMerge::noteClaim(MergeTarget& target, const ClaimRow& claim) {
    if (claim.same == 0 && claim.own == 0)
        return;
    const std::size_t before = target.claims.bytes().size();
    target.claims.add(claim);
    m_claimBytes += target.claims.bytes().size() - before;
    if (m_claimBytes > kWaitingClaimBytes)
        writeClaims();
}

void BlockMerge::writeClaims() {
    for (MergeTarget& target : m_targets)
        if (!target.claims.bytes().empty())
            m_claims.write(target.seriesId, target.claims);
    m_claimBytes = 0;
}

void BlockMerge::finish() {
    writeClaims();
}

Outcome BlockMerge::compareValue(const RecordBlock& block, MergeTarget& target, Change met) {
    const double here = block.values[met.slot][met.row];
    if (std::isnan(met.was)) {
        m_changes.push_back(met);
        return Outcome::Stored;
    }
    if (valuesAgree(here, kUnknownDecimals, met.was, kUnknownDecimals))
        return Outcome::Unchanged;
    met.origin = originOf(target, block.day[met.row], target.target.fieldOfSlot(met.slot), met.origin);
    if (agrees(target, met.slot, here, met.was, met.origin.importId))
        return Outcome::Unchanged;
    noteConflict(block, target, met);
    if (m_policy == ConflictPolicy::Keep)
        return Outcome::Conflict;
    m_changes.push_back(met);
    return Outcome::Replaced;
}

OriginLine BlockMerge::originOf(const MergeTarget& target, std::int32_t day, Field field, OriginLine ofRow) {
    if (!target.target.isBars() || !m_findOrigin.with(target.seriesId, day, nameOf(field)).step())
        return ofRow;
    return {m_findOrigin.integer(0), static_cast<std::uint32_t>(m_findOrigin.integer(1))};
}

bool BlockMerge::agrees(MergeTarget& target, std::size_t slot, double here, double was,
                        std::int64_t wasImport) {
    target.judgedByDecimals = true;
    const bool known = target.target.sourceColumn[slot] != 0;
    return valuesAgree(here, known ? target.target.decimals[slot] : kUnknownDecimals, was,
                       m_decimals.of(target.seriesId, wasImport, target.target.fieldOfSlot(slot)));
}

void BlockMerge::noteConflict(const RecordBlock& block, const MergeTarget& target, const Change& met) {
    if (m_conflicts.size() >= kListedIssues)
        return;
    ValueConflict value{block.line[met.row],
                        block.target[met.row],
                        target.target.fieldOfSlot(met.slot),
                        dateFromDayNumber(block.day[met.row]),
                        block.values[met.slot][met.row],
                        met.was,
                        {},
                        met.origin.line};
    m_met.push_back(MetConflict{target.seriesId, std::move(value), met.origin.importId});
}

void BlockMerge::apply(const RecordBlock& block, MergeTarget& target, const Change& change) {
    const double here = block.values[change.slot][change.row];
    const std::int32_t day = block.day[change.row];
    const std::uint32_t line = block.line[change.row];
    const Field field = target.target.fieldOfSlot(change.slot);
    target.growth.fieldBits |= 1u << change.slot;
    if (!std::isnan(change.was))
        m_past.add(target.seriesId, day, m_tick, field, {change.was, change.origin});
    if (target.target.isBars()) {
        m_setBarField[change.slot].with(here, target.seriesId, day).run();
        m_setOrigin.with(target.seriesId, day, nameOf(field), m_importId, line).run();
    } else {
        m_setObservation.with(here, m_importId, line, target.seriesId, day).run();
    }
}

void BlockMerge::listConflicts() {
    std::stable_sort(m_met.begin(), m_met.end(),
                     [](const MetConflict& a, const MetConflict& b) { return a.value.line < b.value.line; });
    const std::size_t room = kListedIssues - m_conflicts.size();
    m_met.resize(std::min(room, m_met.size()));
    std::move(m_met.begin(), m_met.end(), std::back_inserter(m_conflicts));
    m_met.clear();
}

} // namespace rotascope
