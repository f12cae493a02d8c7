#include "db/desk_reader.h"

#include "core/market/known.h"
#include "db/sqlite/failure.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

/// Series that were taken away since, as far as an undo left a trace of them.
std::vector<HeldSeries> removedSeries(const Connection& desk, std::string_view symbol) {
    std::vector<HeldSeries> out;
    Statement rows =
        desk.prepare("SELECT DISTINCT series_id, cadence, field FROM import_series WHERE symbol = ? "
                     "AND series_id NOT IN (SELECT id FROM series)");
    rows.with(symbol);
    while (rows.step()) {
        HeldSeries series;
        series.id = rows.integer(0);
        series.cadence = cadenceNamed(rows.text(1)).value_or(Cadence::Daily);
        if (!rows.isNull(2))
            series.field = fieldNamed(rows.text(2)).value_or(Field::Value);
        series.availability = usualAvailability(series.field, series.cadence);
        out.push_back(series);
    }
    return out;
}

std::vector<HeldInstrument> removedInstruments(const Connection& desk) {
    std::vector<HeldInstrument> out;
    Statement rows =
        desk.prepare("SELECT DISTINCT symbol FROM import_series WHERE symbol NOT IN (SELECT symbol "
                     "FROM instrument)");
    while (rows.step())
        out.push_back({0, describeSymbol(rows.text(0))});
    return out;
}

bool changedAfter(const Connection& desk, const HeldSeries& series, std::uint64_t tick) {
    Statement row =
        desk.prepare("SELECT 1 FROM import_series JOIN import_file ON import_file.id = import_id WHERE "
                     "series_id = ?1 AND (tick > ?2 OR undone_tick > ?2) LIMIT 1");
    return row.with(series.id, tick).step();
}

bool isKnown(const HeldSeries& series, Date asOf) {
    if (!series.range)
        return false;
    const std::array first{series.range->first};
    return knownCount(first, series.availability, series.cadence, asOf) > 0;
}

std::optional<StoredValue> valueOn(const std::vector<KnownRow>& rows, std::size_t slot, Date date) {
    for (const KnownRow& row : rows)
        if (row.day == dayNumber(date) && !std::isnan(row.values[slot]))
            return StoredValue{row.values[slot], row.origins[slot]};
    return std::nullopt;
}

std::size_t slotOf(const HeldSeries& series, Field field) {
    return series.isBars() ? indexOf(field) : 0;
}

} // namespace

std::vector<HeldInstrument> DeskReader::instruments() const {
    std::vector<HeldInstrument> out = heldInstruments(m_desk);
    if (!m_moment && !m_knownBy)
        return out;
    std::vector<HeldInstrument> removed;
    if (m_moment)
        removed = removedInstruments(m_desk);
    std::move(removed.begin(), removed.end(), std::back_inserter(out));
    std::erase_if(out, [this](const HeldInstrument& held) { return series(held).empty(); });
    std::sort(out.begin(), out.end(), [](const HeldInstrument& a, const HeldInstrument& b) {
        return a.instrument.symbol < b.instrument.symbol;
    });
    return out;
}

HeldInstrument DeskReader::require(std::string_view symbol) const {
    if (auto held = findInstrument(m_desk, symbol); held && !m_moment && !m_knownBy)
        return std::move(*held);
    std::vector<Symbol> symbols;
    for (HeldInstrument& held : instruments()) {
        if (held.instrument.symbol == symbol)
            return held;
        symbols.push_back(std::move(held.instrument.symbol));
    }
    throw sqlite::StoreFailure(m_knownBy ? nothingKnownOf(symbol, symbols, *m_knownBy).value()
                                         : unknownSymbol(symbol, symbols).value());
}

void DeskReader::showKnownBy(Date asOf) {
    m_knownBy = asOf;
    if (instruments().empty())
        m_knownBy.reset();
}

std::vector<HeldSeries> DeskReader::series(const HeldInstrument& instrument) const {
    std::vector<HeldSeries> out = heldSeries(instrument);
    if (m_knownBy)
        std::erase_if(out, [this](const HeldSeries& series) { return !isKnown(series, *m_knownBy); });
    return out;
}

std::vector<HeldSeries> DeskReader::heldSeries(const HeldInstrument& instrument) const {
    std::vector<HeldSeries> out = seriesOf(m_desk, instrument.id);
    if (!m_moment)
        return out;
    for (HeldSeries& removed : removedSeries(m_desk, instrument.instrument.symbol))
        out.push_back(std::move(removed));
    for (HeldSeries& series : out)
        if (changedAfter(m_desk, series, m_moment->tick))
            sumUp(knownRows(m_desk, *m_moment, series), series);
    std::erase_if(out, [](const HeldSeries& series) { return series.observations == 0; });
    return out;
}

PriceBars DeskReader::bars(const HeldSeries& series) const {
    return m_moment ? barsOf(knownRows(m_desk, *m_moment, series), series) : readBarValues(m_desk, series);
}

Series DeskReader::values(const HeldSeries& series) const {
    return m_moment ? seriesValuesOf(knownRows(m_desk, *m_moment, series), series)
                    : readSeriesValues(m_desk, series);
}

std::optional<StoredValue> DeskReader::stored(const HeldSeries& series, Field field, Date date) const {
    if (!m_moment)
        return storedValue(m_desk, series, field, date);
    return valueOn(knownRows(m_desk, *m_moment, series), slotOf(series, field), date);
}

NearDates DeskReader::near(const HeldSeries& series, Field field, Date date) const {
    if (!m_moment)
        return nearDates(m_desk, series, field, date);
    NearDates out;
    for (const KnownRow& row : knownRows(m_desk, *m_moment, series)) {
        if (std::isnan(row.values[slotOf(series, field)]))
            continue;
        const Date here = dateFromDayNumber(row.day);
        if (here < date)
            out.before = here;
        else if (here > date && !out.after)
            out.after = here;
    }
    return out;
}

} // namespace rotascope
