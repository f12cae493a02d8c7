// The dates of every series of a desk: what was known of each as of a day.
#pragma once

#include "core/base/result.h"
#include "core/store/market_store.h"

#include <span>
#include <vector>

namespace rotascope {

/// Per instrument, in the order of the desk's summaries: every date on which it has a daily bar or a value,
/// ascending.
using DeskDates = std::vector<std::vector<Date>>;

/// Reads every instrument of the desk.
Result<DeskDates> readDates(MarketStore& store, std::span<const InstrumentSummary> instruments);

/// The last value on or before `asOf` of each instrument; nullopt where it has none yet.
std::vector<std::optional<Date>> lastDates(const DeskDates& dates, Date asOf);

} // namespace rotascope
