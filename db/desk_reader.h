// What a desk holds, now or as it knew it on an earlier date.
#pragma once

#include "core/store/records.h"
#include "db/known_rows.h"
#include "db/sqlite/connection.h"
#include "db/tables/series_table.h"
#include "db/tables/value_tables.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

class DeskReader {
public:
    explicit DeskReader(const sqlite::Connection& desk)
        : m_desk(desk) {}

    /// From now on as the desk was at `moment`; nullopt: as it is.
    void lookBack(std::optional<KnownMoment> moment) { m_moment = std::move(moment); }

    /// From now on without what begins after `asOf`, unless that leaves nothing.
    void showKnownBy(Date asOf);

    std::vector<HeldInstrument> instruments() const; ///< by symbol
    /// Refuses an unknown symbol, naming the nearest.
    HeldInstrument require(std::string_view symbol) const;
    std::vector<HeldSeries> series(const HeldInstrument& instrument) const; ///< bars first
    PriceBars bars(const HeldSeries& series) const;
    Series values(const HeldSeries& series) const;
    std::optional<StoredValue> stored(const HeldSeries& series, Field field, Date date) const;
    NearDates near(const HeldSeries& series, Field field, Date date) const;

private:
    const sqlite::Connection& m_desk;
    std::vector<HeldSeries> heldSeries(const HeldInstrument& instrument) const;

    std::optional<KnownMoment> m_moment;
    std::optional<Date> m_knownBy;
};

} // namespace rotascope
