#include "db/known_rows.h"

#include "db/tables/past_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

KnownRow emptyRow(std::int32_t day) {
    KnownRow row;
    row.day = day;
    row.values.fill(kMissing);
    return row;
}

KnownRow* rowOn(std::vector<KnownRow>& rows, std::int32_t day) {
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), day,
                         [](const KnownRow& row, std::int32_t wanted) { return row.day < wanted; });
    return at != rows.end() && at->day == day ? &*at : nullptr;
}

std::vector<KnownRow> rowsNow(const Connection& desk, const HeldSeries& series) {
    std::string columns;
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        columns += fmt::format(", {}", kFields[slot].name);
    Statement rows = desk.prepare(
        fmt::format("SELECT date, import_id, line{} FROM {} WHERE series_id = ? ORDER BY date",
                    series.isBars() ? columns : ", value", series.isBars() ? "bar" : "observation"));
    std::vector<KnownRow> out;
    rows.with(series.id);
    while (rows.step()) {
        KnownRow& row = out.emplace_back(emptyRow(static_cast<std::int32_t>(rows.integer(0))));
        row.origins.fill({rows.integer(1), static_cast<std::uint32_t>(rows.integer(2))});
        for (std::size_t slot = 0; slot < (series.isBars() ? kBarFieldCount : 1); ++slot)
            row.values[slot] = rows.real(static_cast<int>(slot) + 3);
    }
    return out;
}

void readOrigins(const Connection& desk, const HeldSeries& series, std::vector<KnownRow>& out) {
    Statement rows = desk.prepare("SELECT date, field, import_id, line FROM bar_origin WHERE series_id = ?");
    rows.with(series.id);
    while (rows.step()) {
        KnownRow* row = rowOn(out, static_cast<std::int32_t>(rows.integer(0)));
        const auto field = fieldNamed(rows.text(1));
        if (row && field && isBarField(*field))
            row->origins[indexOf(*field)] = {rows.integer(2), static_cast<std::uint32_t>(rows.integer(3))};
    }
}

/// Every date that has or had a value.
void addFormerDates(const std::vector<PastRow>& past, std::vector<KnownRow>& rows) {
    std::vector<KnownRow> former;
    for (const PastRow& row : past)
        if (!rowOn(rows, row.day) && (former.empty() || former.back().day != row.day))
            former.push_back(emptyRow(row.day));
    const auto middle = static_cast<std::ptrdiff_t>(rows.size());
    rows.insert(rows.end(), former.begin(), former.end());
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(),
                       [](const KnownRow& a, const KnownRow& b) { return a.day < b.day; });
}

/// Turns one date's current values into those of the moment; `past` holds that date's versions, oldest first.
class TurnBack {
public:
    TurnBack(const KnownMoment& moment, KnownRow& row)
        : m_moment(moment)
        , m_row(row)
        , m_then(emptyRow(row.day)) {}

    void pass(const PastRow& past) {
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot) {
            if (std::isnan(past.values[slot]))
                continue;
            if (since(slot, past.origin) <= m_moment.tick && m_moment.tick < past.until)
                put(slot, past.values[slot], past.origin);
            m_until[slot] = past.until;
        }
    }

    void finish() {
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            if (!std::isnan(m_row.values[slot]) && since(slot, m_row.origins[slot]) <= m_moment.tick)
                put(slot, m_row.values[slot], m_row.origins[slot]);
        m_row = m_then;
    }

private:
    std::uint64_t since(std::size_t slot, OriginLine origin) const {
        const auto known = m_moment.importTicks.find(origin.importId);
        return std::max(m_until[slot], known == m_moment.importTicks.end() ? 0 : known->second);
    }
    void put(std::size_t slot, double value, OriginLine origin) {
        m_then.values[slot] = value;
        m_then.origins[slot] = origin;
    }

    const KnownMoment& m_moment;
    KnownRow& m_row;
    KnownRow m_then;
    std::array<std::uint64_t, kBarFieldCount> m_until{};
};

std::map<std::int64_t, std::uint64_t> importTicks(const Connection& desk) {
    std::map<std::int64_t, std::uint64_t> out;
    Statement ticks = desk.prepare("SELECT id, tick FROM import_file");
    while (ticks.step())
        out[ticks.integer(0)] = static_cast<std::uint64_t>(ticks.integer(1));
    return out;
}

bool holdsNothing(const KnownRow& row) {
    return std::all_of(row.values.begin(), row.values.end(), [](double value) { return std::isnan(value); });
}

} // namespace

// A whole day sorts before each of its moments; "Z" ends the day after all of them.
std::optional<KnownMoment> momentOf(const Connection& desk, Date date) {
    return momentOf(desk, isoText(date) + "Z");
}

std::optional<KnownMoment> momentOf(const Connection& desk, std::string_view at) {
    Statement last =
        desk.prepare("SELECT max(tick) FROM (SELECT tick FROM import_file WHERE imported_at <= ?1 "
                     "UNION ALL SELECT undone_tick FROM import_file WHERE undone_at <= ?1)");
    if (!last.with(at).step() || last.isNull(0))
        return std::nullopt;
    return KnownMoment{static_cast<std::uint64_t>(last.integer(0)), importTicks(desk)};
}

KnownMoment latestMoment(const Connection& desk) {
    return {std::numeric_limits<std::uint64_t>::max(), importTicks(desk)};
}

std::vector<KnownRow> knownRows(const Connection& desk, const KnownMoment& moment, const HeldSeries& series) {
    std::vector<KnownRow> rows = rowsNow(desk, series);
    if (series.isBars())
        readOrigins(desk, series, rows);
    const std::vector<PastRow> past = readPast(desk, series.id, series.isBars());
    addFormerDates(past, rows);
    auto version = past.begin();
    for (KnownRow& row : rows) {
        TurnBack then(moment, row);
        for (; version != past.end() && version->day == row.day; ++version)
            then.pass(*version);
        then.finish();
    }
    std::erase_if(rows, holdsNothing);
    return rows;
}

void sumUp(const std::vector<KnownRow>& rows, HeldSeries& series) {
    series.observations = rows.size();
    series.fieldBits = 0;
    series.range.reset();
    if (rows.empty())
        return;
    series.range = DateRange{dateFromDayNumber(rows.front().day), dateFromDayNumber(rows.back().day)};
    for (const KnownRow& row : rows)
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            series.fieldBits |= std::isnan(row.values[slot]) ? 0U : 1U << slot;
}

PriceBars barsOf(const std::vector<KnownRow>& rows, const HeldSeries& series) {
    PriceBars bars;
    for (const KnownRow& row : rows)
        bars.dates.push_back(dateFromDayNumber(row.day));
    for (const Field field : series.fields())
        for (const KnownRow& row : rows)
            bars.columns[indexOf(field)].push_back(row.values[indexOf(field)]);
    return bars;
}

Series seriesValuesOf(const std::vector<KnownRow>& rows, const HeldSeries& series) {
    Series out{*series.field, series.cadence, series.availability, {}, {}};
    for (const KnownRow& row : rows) {
        out.dates.push_back(dateFromDayNumber(row.day));
        out.values.push_back(row.values[0]);
    }
    return out;
}

} // namespace rotascope
