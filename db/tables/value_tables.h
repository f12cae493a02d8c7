// Values of series: bars and single observations, and where each came from.
#pragma once

#include "core/base/date.h"
#include "core/market/market.h"
#include "db/sqlite/connection.h"
#include "db/tables/series_table.h"

#include <cstdint>
#include <optional>

namespace rotascope {

PriceBars readBarValues(const sqlite::Connection& desk, const HeldSeries& series);
Series readSeriesValues(const sqlite::Connection& desk, const HeldSeries& series);

/// Which line of which import a value stands in.
struct OriginLine {
    std::int64_t importId = 0;
    std::uint32_t line = 0;

    bool operator==(const OriginLine&) const = default;
};

struct StoredValue {
    double value = 0;
    OriginLine origin;
};

/// The value of `field` on `date`; nullopt where there is none.
std::optional<StoredValue> storedValue(const sqlite::Connection& desk, const HeldSeries& series, Field field,
                                       Date date);

/// The dates next to `date` on which `field` has a value.
struct NearDates {
    std::optional<Date> before;
    std::optional<Date> after;
};
NearDates nearDates(const sqlite::Connection& desk, const HeldSeries& series, Field field, Date date);

} // namespace rotascope
