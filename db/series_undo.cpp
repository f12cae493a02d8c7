#include "db/series_undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace rotascope {

namespace {

using sqlite::Statement;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

std::string selection(const HeldSeries& series) {
    std::string columns;
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        columns += fmt::format(", {}", kFields[slot].name);
    return fmt::format("SELECT date, import_id, line{} FROM {} WHERE series_id = ? ORDER BY date",
                       series.isBars() ? columns : ", value", series.isBars() ? "bar" : "observation");
}

bool sameValue(const std::optional<StoredValue>& a, const std::optional<StoredValue>& b) {
    return a.has_value() == b.has_value() && (!a || (a->value == b->value && a->origin == b->origin));
}

} // namespace

void LineFates::mark(std::uint32_t line, Undone fate) {
    if (line >= m_fates.size())
        m_fates.resize(std::max<std::size_t>(std::size_t{line} + 1, m_fates.size() * 2), Undone::Untouched);
    m_fates[line] = std::max(m_fates[line], fate);
}

void LineFates::addTo(UndoReceipt& receipt) const {
    for (const Undone fate : m_fates) {
        receipt.kept += fate == Undone::Kept ? 1U : 0U;
        receipt.removed += fate == Undone::Removed ? 1U : 0U;
        receipt.restored += fate == Undone::Restored ? 1U : 0U;
    }
}

SeriesUndo::SeriesUndo(UndoWork& work, const HeldSeries& series)
    : m_work(work)
    , m_series(series)
    , m_decimals(work.desk)
    , m_past(work.desk)
    , m_dropRow(work.desk, fmt::format("DELETE FROM {} WHERE series_id = ? AND date = ?",
                                       series.isBars() ? "bar" : "observation"))
    , m_dropOrigins(work.desk, "DELETE FROM bar_origin WHERE series_id = ? AND date = ?")
    , m_putBar(work.desk,
               "INSERT OR REPLACE INTO bar (series_id, date, import_id, line, open, high, low, close, "
               "adj_close, volume) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_putOrigin(work.desk, "INSERT INTO bar_origin (series_id, date, field, import_id, line) VALUES "
                             "(?, ?, ?, ?, ?)")
    , m_putObservation(work.desk, "INSERT OR REPLACE INTO observation (series_id, date, value, import_id, "
                                  "line) VALUES (?, ?, ?, ?, ?)") {}

void SeriesUndo::run() {
    if (standsAlone()) {
        removeAll();
    } else {
        readRows();
        readPastRows();
        keepTouched();
        for (Row& row : m_rows)
            gatherWritten(row);
        for (const std::int64_t other : others())
            gatherClaims(other);
        for (const Row& row : m_rows)
            settle(row);
    }
    sumUpSeries(m_work.desk, m_series);
}

bool SeriesUndo::isOther(std::int64_t importId) const {
    const auto known = m_work.imports.find(importId);
    return importId != m_work.importId && known != m_work.imports.end() && known->second.standing;
}

std::vector<std::int64_t> SeriesUndo::others() const {
    std::vector<std::int64_t> out;
    Statement rows = m_work.desk.prepare("SELECT import_id FROM import_series WHERE series_id = ?");
    rows.with(m_series.id);
    while (rows.step())
        if (isOther(rows.integer(0)))
            out.push_back(rows.integer(0));
    return out;
}

bool SeriesUndo::standsAlone() const {
    return others().empty();
}

void SeriesUndo::removeAll() {
    Statement lines = m_work.desk.prepare(
        fmt::format("SELECT line FROM {} WHERE series_id = ?", m_series.isBars() ? "bar" : "observation"));
    lines.with(m_series.id);
    while (lines.step())
        m_work.fates.mark(static_cast<std::uint32_t>(lines.integer(0)), Undone::Removed);
    moveSeriesToPast(m_work.desk, m_series, m_work.tick);
}

void SeriesUndo::readRows() {
    Statement rows = m_work.desk.prepare(selection(m_series));
    rows.with(m_series.id);
    while (rows.step()) {
        Row& row = m_rows.emplace_back();
        row.day = static_cast<std::int32_t>(rows.integer(0));
        row.origin = {rows.integer(1), static_cast<std::uint32_t>(rows.integer(2))};
        for (std::size_t slot = 0; slot < slots(); ++slot)
            if (const double value = rows.real(static_cast<int>(slot) + 3); !std::isnan(value))
                row.now[slot] = StoredValue{value, row.origin};
    }
    if (m_series.isBars())
        readOrigins();
}

void SeriesUndo::readOrigins() {
    Statement rows =
        m_work.desk.prepare("SELECT date, field, import_id, line FROM bar_origin WHERE series_id = ?");
    rows.with(m_series.id);
    while (rows.step()) {
        Row* row = rowOn(static_cast<std::int32_t>(rows.integer(0)));
        const auto field = fieldNamed(rows.text(1));
        if (row && field && isBarField(*field) && row->now[indexOf(*field)])
            row->now[indexOf(*field)]->origin = {rows.integer(2),
                                                 static_cast<std::uint32_t>(rows.integer(3))};
    }
}

void SeriesUndo::readPastRows() {
    for (PastRow& past : readPast(m_work.desk, m_series.id, m_series.isBars()))
        if (Row* row = rowOn(past.day))
            row->past.push_back(past);
}

SeriesUndo::Row* SeriesUndo::rowOn(std::int32_t day) {
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), day,
                                     [](const Row& row, std::int32_t wanted) { return row.day < wanted; });
    return at != m_rows.end() && at->day == day ? &*at : nullptr;
}

bool SeriesUndo::touched(const Row& row) const {
    const auto byThis = [&](OriginLine origin) { return origin.importId == m_work.importId; };
    return byThis(row.origin) ||
           std::any_of(row.now.begin(), row.now.end(),
                       [&](const auto& value) { return value && byThis(value->origin); }) ||
           std::any_of(row.past.begin(), row.past.end(),
                       [&](const PastRow& past) { return byThis(past.origin); });
}

void SeriesUndo::keepTouched() {
    std::erase_if(m_rows, [this](const Row& row) { return !touched(row); });
}

SeriesUndo::Said& SeriesUndo::saidBy(Row& row, std::int64_t importId, std::uint32_t line) const {
    for (Said& said : row.said)
        if (said.importId == importId)
            return said;
    Said& said = row.said.emplace_back();
    said.importId = importId;
    said.line = line;
    said.values.fill(kMissing);
    return said;
}

void SeriesUndo::gatherWritten(Row& row) const {
    for (const PastRow& past : row.past) {
        if (!isOther(past.origin.importId))
            continue;
        Said& said = saidBy(row, past.origin.importId, past.origin.line);
        for (std::size_t slot = 0; slot < slots(); ++slot)
            if (!std::isnan(past.values[slot]))
                said.values[slot] = past.values[slot];
    }
    for (std::size_t slot = 0; slot < slots(); ++slot)
        if (row.now[slot] && isOther(row.now[slot]->origin.importId))
            saidBy(row, row.now[slot]->origin.importId, row.now[slot]->origin.line).values[slot] =
                row.now[slot]->value;
}

void SeriesUndo::gatherClaims(std::int64_t importId) {
    const std::uint64_t tick = m_work.imports[importId].tick;
    for (const ClaimRow& claim : readClaims(m_work.desk, m_series.id, importId)) {
        Row* row = rowOn(claim.day);
        if (!row)
            continue;
        Said& said = saidBy(*row, importId, claim.line);
        for (std::size_t slot = 0; slot < slots(); ++slot) {
            if ((claim.own >> slot & 1) != 0)
                said.values[slot] = claim.values[slot];
            else if ((claim.same >> slot & 1) != 0)
                said.values[slot] = valueBefore(*row, slot, tick);
        }
    }
}

/// What the desk held just before the change that made it `tick`.
double SeriesUndo::valueBefore(const Row& row, std::size_t slot, std::uint64_t tick) const {
    const auto tickOf = [&](OriginLine origin) {
        const auto known = m_work.imports.find(origin.importId);
        return known == m_work.imports.end() ? 0 : known->second.tick;
    };
    std::uint64_t lastUntil = 0;
    for (const PastRow& past : row.past) {
        if (std::isnan(past.values[slot]))
            continue;
        if (std::max(tickOf(past.origin), lastUntil) < tick && tick <= past.until)
            return past.values[slot];
        lastUntil = past.until;
    }
    const auto& now = row.now[slot];
    return now && std::max(tickOf(now->origin), lastUntil) < tick ? now->value : kMissing;
}

bool SeriesUndo::agree(std::size_t slot, const StoredValue& was, const StoredValue& here) {
    const auto decimals = [&](const StoredValue& value) {
        return m_decimals.of(m_series.id, value.origin.importId, fieldOf(slot));
    };
    return was.value == here.value || valuesAgree(here.value, decimals(here), was.value, decimals(was));
}

SeriesUndo::Values SeriesUndo::retold(const Row& row) {
    Values told;
    for (const Said& said : row.said) {
        const bool replaces = m_work.imports[said.importId].policy == ConflictPolicy::Replace;
        for (std::size_t slot = 0; slot < slots(); ++slot) {
            const StoredValue here{said.values[slot], {said.importId, said.line}};
            if (std::isnan(here.value))
                continue;
            if (!told[slot] || (replaces && !agree(slot, *told[slot], here)))
                told[slot] = here;
        }
    }
    return told;
}

void SeriesUndo::settle(const Row& row) {
    Row ordered = row;
    std::sort(ordered.said.begin(), ordered.said.end(),
              [](const Said& a, const Said& b) { return a.importId < b.importId; });
    const Values after = retold(ordered);
    markFates(row, after);
    for (std::size_t slot = 0; slot < slots(); ++slot)
        if (row.now[slot] && !sameValue(row.now[slot], after[slot]))
            m_past.add(m_series.id, row.day, m_work.tick, fieldOf(slot), *row.now[slot]);
    write(ordered, after);
}

void SeriesUndo::markFates(const Row& row, const Values& after) {
    const auto fateOf = [&](const std::optional<StoredValue>& value) {
        if (!value)
            return Undone::Removed;
        return value->origin.importId < m_work.importId ? Undone::Restored : Undone::Kept;
    };
    for (const PastRow& past : row.past)
        if (past.origin.importId == m_work.importId)
            m_work.fates.mark(past.origin.line, Undone::Kept);
    for (std::size_t slot = 0; slot < slots(); ++slot)
        if (row.now[slot] && row.now[slot]->origin.importId == m_work.importId)
            m_work.fates.mark(row.now[slot]->origin.line, fateOf(after[slot]));
}

void SeriesUndo::write(const Row& row, const Values& after) {
    if (row.said.empty())
        m_dropRow.with(m_series.id, row.day).run();
    else if (!m_series.isBars())
        m_putObservation
            .with(m_series.id, row.day, after[0]->value, after[0]->origin.importId, after[0]->origin.line)
            .run();
    if (m_series.isBars())
        writeBar(row, after);
}

void SeriesUndo::writeBar(const Row& row, const Values& after) {
    m_dropOrigins.with(m_series.id, row.day).run();
    if (row.said.empty())
        return;
    const Said& first = row.said.front();
    const auto value = [&](std::size_t slot) { return after[slot] ? after[slot]->value : kMissing; };
    m_putBar
        .with(m_series.id, row.day, first.importId, first.line, value(0), value(1), value(2), value(3),
              value(4), value(5))
        .run();
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        if (after[slot] && after[slot]->origin.importId != first.importId)
            m_putOrigin
                .with(m_series.id, row.day, nameOf(fieldOf(slot)), after[slot]->origin.importId,
                      after[slot]->origin.line)
                .run();
}

} // namespace rotascope
