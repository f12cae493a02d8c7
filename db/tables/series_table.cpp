#include "db/tables/series_table.h"

#include "db/sqlite/failure.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

constexpr std::string_view kSeriesColumns =
    "SELECT id, cadence, field, availability, first_date, last_date, observations, fields FROM series ";

/// A name that this program wrote and no longer knows means that the file was changed by someone else.
template <class Value>
Value known(const Connection& desk, std::optional<Value> value) {
    if (!value)
        throw sqlite::StoreFailure(Error{ErrorKind::Desk, "corrupt_desk",
                                         desk.path() +
                                             " is damaged (an unknown name in its tables). It was left as it "
                                             "is; restore a backup."});
    return *value;
}

HeldInstrument instrumentRow(const Connection& desk, const Statement& row) {
    Instrument instrument{row.text(1), row.text(2), known(desk, instrumentKindNamed(row.text(3))),
                          known(desk, unitNamed(row.text(4)))};
    return HeldInstrument{row.integer(0), std::move(instrument)};
}

HeldSeries seriesRow(const Connection& desk, const Statement& row) {
    HeldSeries series;
    series.id = row.integer(0);
    series.cadence = known(desk, cadenceNamed(row.text(1)));
    if (!row.isNull(2))
        series.field = known(desk, fieldNamed(row.text(2)));
    series.availability = known(desk, availabilityNamed(row.text(3)));
    if (!row.isNull(4))
        series.range = DateRange{dateFromDayNumber(static_cast<std::int32_t>(row.integer(4))),
                                 dateFromDayNumber(static_cast<std::int32_t>(row.integer(5)))};
    series.observations = static_cast<std::uint64_t>(row.integer(6));
    series.fieldBits = static_cast<std::uint32_t>(row.integer(7));
    return series;
}

std::optional<std::string_view> fieldName(const ImportTarget& target) {
    return target.field ? std::optional(nameOf(*target.field)) : std::nullopt;
}

} // namespace

std::vector<Field> HeldSeries::fields() const {
    std::vector<Field> out;
    for (const FieldInfo& info : kFields)
        if (observations > 0 && holds(info.field))
            out.push_back(info.field);
    return out;
}

void SeriesGrowth::include(std::int32_t dayNumber) {
    const Date date = dateFromDayNumber(dayNumber);
    range =
        range ? DateRange{std::min(range->first, date), std::max(range->last, date)} : DateRange{date, date};
}

std::vector<HeldInstrument> heldInstruments(const Connection& desk) {
    std::vector<HeldInstrument> held;
    Statement rows = desk.prepare("SELECT id, symbol, name, kind, unit FROM instrument ORDER BY symbol");
    while (rows.step())
        held.push_back(instrumentRow(desk, rows));
    return held;
}

void describeInstrument(const Connection& desk, const Instrument& instrument) {
    desk.prepare("UPDATE instrument SET name = ?, kind = ?, unit = ? WHERE symbol = ?")
        .with(instrument.name, nameOf(instrument.kind), nameOf(instrument.unit), instrument.symbol)
        .run();
}

std::optional<HeldInstrument> findInstrument(const Connection& desk, std::string_view symbol) {
    Statement row = desk.prepare("SELECT id, symbol, name, kind, unit FROM instrument WHERE symbol = ?");
    if (!row.with(symbol).step())
        return std::nullopt;
    return instrumentRow(desk, row);
}

std::optional<HeldSeries> findSeries(const Connection& desk, std::int64_t id) {
    Statement row = desk.prepare(std::string(kSeriesColumns) + "WHERE id = ?");
    return row.with(id).step() ? std::optional(seriesRow(desk, row)) : std::nullopt;
}

std::vector<HeldSeries> seriesOf(const Connection& desk, std::int64_t instrumentId) {
    std::vector<HeldSeries> held;
    Statement rows = desk.prepare(std::string(kSeriesColumns) + "WHERE instrument_id = ?");
    rows.with(instrumentId);
    while (rows.step())
        held.push_back(seriesRow(desk, rows));
    std::sort(held.begin(), held.end(), [](const HeldSeries& a, const HeldSeries& b) {
        return std::pair(a.field, a.cadence) < std::pair(b.field, b.cadence);
    });
    return held;
}

SeriesRegister::SeriesRegister(const Connection& desk)
    : m_desk(desk)
    , m_lastId(desk.integer("SELECT max(coalesce((SELECT max(id) FROM series), 0), "
                            "coalesce((SELECT max(series_id) FROM import_series), 0))"))
    , m_findInstrument(desk, "SELECT id FROM instrument WHERE symbol = ?")
    , m_addInstrument(desk,
                      "INSERT INTO instrument (symbol, name, kind, unit) VALUES (?, ?, ?, ?) RETURNING id")
    , m_findSeries(desk,
                   std::string(kSeriesColumns) +
                       "WHERE instrument_id = ? AND cadence = ? AND coalesce(field, '') = coalesce(?, '')")
    , m_findFormer(desk, "SELECT series_id FROM import_series WHERE symbol = ? AND cadence = ? AND "
                         "coalesce(field, '') = coalesce(?, '') LIMIT 1")
    , m_addSeries(
          desk, "INSERT INTO series (id, instrument_id, cadence, field, availability) VALUES (?, ?, ?, ?, ?)")
    , m_grow(desk, "UPDATE series SET first_date = min(coalesce(first_date, ?1), coalesce(?1, first_date)), "
                   "last_date = max(coalesce(last_date, ?2), coalesce(?2, last_date)), "
                   "observations = observations + ?3, fields = fields | ?4 WHERE id = ?5") {}

std::int64_t SeriesRegister::claimInstrument(const Instrument& instrument) {
    if (m_findInstrument.with(instrument.symbol).step())
        return m_findInstrument.integer(0);
    m_addInstrument.with(instrument.symbol, instrument.name, nameOf(instrument.kind), nameOf(instrument.unit))
        .step();
    const std::int64_t id = m_addInstrument.integer(0);
    m_addInstrument.run();
    return id;
}

HeldSeries SeriesRegister::claim(const ImportTarget& target) {
    const std::int64_t instrumentId = claimInstrument(target.instrument);
    if (m_findSeries.with(instrumentId, nameOf(target.cadence), fieldName(target)).step())
        return seriesRow(m_desk, m_findSeries);
    HeldSeries made;
    made.id = idFor(target);
    made.cadence = target.cadence;
    made.field = target.field;
    made.availability = target.availability;
    m_addSeries
        .with(made.id, instrumentId, nameOf(target.cadence), fieldName(target), nameOf(target.availability))
        .run();
    return made;
}

/// An id means one series for good, since past values and imports of a series that was removed still name it.
std::int64_t SeriesRegister::idFor(const ImportTarget& target) {
    if (m_findFormer.with(target.instrument.symbol, nameOf(target.cadence), fieldName(target)).step())
        return m_findFormer.integer(0);
    return ++m_lastId;
}

void SeriesRegister::grow(std::int64_t seriesId, const SeriesGrowth& growth) {
    if (growth.fieldBits == 0)
        return;
    std::optional<std::int32_t> first;
    std::optional<std::int32_t> last;
    if (growth.range) {
        first = dayNumber(growth.range->first);
        last = dayNumber(growth.range->last);
    }
    m_grow.with(first, last, growth.observations, growth.fieldBits, seriesId).run();
}

bool setSeriesAvailability(const Connection& desk, const SeriesKey& series, Availability availability) {
    desk.prepare("UPDATE series SET availability = ? WHERE cadence = ? AND coalesce(field, '') = ? AND "
                 "instrument_id = (SELECT id FROM instrument WHERE symbol = ?)")
        .with(nameOf(availability), nameOf(series.cadence),
              series.field ? nameOf(*series.field) : std::string_view(), std::string_view(series.symbol))
        .run();
    return desk.integer("SELECT changes()") > 0;
}

void sumUpSeries(const Connection& desk, const HeldSeries& series) {
    std::string bits = "max(value IS NOT NULL)";
    if (series.isBars()) {
        bits = "0";
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            bits += fmt::format(" | (max({} IS NOT NULL) << {})", kFields[slot].name, slot);
    }
    Statement update = desk.prepare(fmt::format(
        "UPDATE series SET (first_date, last_date, observations, fields) = (SELECT min(date), max(date), "
        "count(*), coalesce({}, 0) FROM {} WHERE series_id = ?1) WHERE id = ?1",
        bits, series.isBars() ? "bar" : "observation"));
    update.with(series.id).run();
}

void dropEmptySeries(const Connection& desk) {
    desk.execute("DELETE FROM series WHERE observations = 0;"
                 "DELETE FROM instrument WHERE id NOT IN (SELECT instrument_id FROM series)");
}

} // namespace rotascope
