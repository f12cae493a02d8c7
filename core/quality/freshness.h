// How far a series lags behind what its own calendar and cadence let expect.
#pragma once

#include "core/base/date.h"
#include "core/market/instrument.h"
#include "core/store/records.h"

namespace rotascope {

/// Sessions, weeks, months or quarters after the last value that should have one as of a date; 0: current.
/// Counted by the bond market's calendar for yields and the exchange's for everything else that is daily. A
/// series that becomes known late is not expected earlier.
int periodsMissing(const Instrument& instrument, const SeriesSummary& series, Date asOf);

/// "current", "3 sessions old", "1 month old"
std::string freshnessText(Cadence cadence, int missing);

} // namespace rotascope
