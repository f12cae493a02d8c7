// db/tables: one file per group of tables, SQL in and values out. May include core and db/sqlite; throws
// StoreFailure. A new table is a migration and a file here.
//
// Instruments and their series.
#pragma once

#include "core/base/date.h"
#include "core/store/judgements.h"
#include "core/store/records.h"
#include "db/sqlite/connection.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

/// A row of `series`.
struct HeldSeries {
    std::int64_t id = 0;
    Cadence cadence = Cadence::Daily;
    std::optional<Field> field; ///< empty: bars
    Availability availability = Availability::SameDay;
    std::optional<DateRange> range; ///< empty while it has no value
    std::uint64_t observations = 0;
    std::uint32_t fieldBits = 0; ///< bit n: the n-th value column holds anything

    bool isBars() const { return !field.has_value(); }
    bool holds(Field wanted) const {
        return field ? *field == wanted : isBarField(wanted) && (fieldBits >> indexOf(wanted) & 1) != 0;
    }
    std::vector<Field> fields() const;
};

/// What an import adds to a series' summary.
struct SeriesGrowth {
    std::optional<DateRange> range;
    std::uint64_t observations = 0;
    std::uint32_t fieldBits = 0;

    void include(std::int32_t dayNumber);
};

struct HeldInstrument {
    std::int64_t id = 0;
    Instrument instrument;
};

std::vector<HeldInstrument> heldInstruments(const sqlite::Connection& desk); ///< by symbol
/// Name, kind and unit of one that is held.
void describeInstrument(const sqlite::Connection& desk, const Instrument& instrument);
std::optional<HeldInstrument> findInstrument(const sqlite::Connection& desk, std::string_view symbol);
std::optional<HeldSeries> findSeries(const sqlite::Connection& desk, std::int64_t id);
std::vector<HeldSeries> seriesOf(const sqlite::Connection& desk, std::int64_t instrumentId); ///< bars first

/// Finds, makes and grows the series that an import writes to; its statements are prepared once for all of
/// them.
class SeriesRegister {
public:
    explicit SeriesRegister(const sqlite::Connection& desk);

    /// Makes the series when the desk lacks it. An instrument keeps the name, kind and unit it has.
    HeldSeries claim(const ImportTarget& target);
    void grow(std::int64_t seriesId, const SeriesGrowth& growth);

private:
    std::int64_t claimInstrument(const Instrument& instrument);
    std::int64_t idFor(const ImportTarget& target);

    const sqlite::Connection& m_desk;
    std::int64_t m_lastId; ///< the highest that a series has or had
    sqlite::Statement m_findInstrument;
    sqlite::Statement m_addInstrument;
    sqlite::Statement m_findSeries;
    sqlite::Statement m_findFormer;
    sqlite::Statement m_addSeries;
    sqlite::Statement m_grow;
};

/// False when the desk holds no such series.
bool setSeriesAvailability(const sqlite::Connection& desk, const SeriesKey& series,
                           Availability availability);

/// Counts, range and fields of a series from its values, after some were taken away.
void sumUpSeries(const sqlite::Connection& desk, const HeldSeries& series);

/// Removes series without values, and instruments without series.
void dropEmptySeries(const sqlite::Connection& desk);

} // namespace rotascope
