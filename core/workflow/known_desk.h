// What a desk holds, as far as it was known on a date.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/store/market_store.h"

#include <optional>
#include <vector>

namespace rotascope {

/// Everything that the desk holds, by symbol; with `asOf` the ranges and counts of what was known on that
/// date, without the series and instruments of which nothing was.
Result<std::vector<InstrumentSummary>> knownInstruments(MarketStore& store, std::optional<Date> asOf);

} // namespace rotascope
