// Values that are others now than they once were.
#pragma once

#include "core/store/records.h"
#include "db/known_rows.h"
#include "db/sqlite/connection.h"

#include <vector>

namespace rotascope {

/// Of the series that the desk holds, between two of its moments; by symbol, a field each.
std::vector<RestatedSeries> restatedBetween(const sqlite::Connection& desk, const KnownMoment& then,
                                            const KnownMoment& now);

} // namespace rotascope
