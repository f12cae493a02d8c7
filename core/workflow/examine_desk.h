// Data quality of a whole desk.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/quality/quality_rules.h"
#include "core/store/market_store.h"

#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// Every finding about the named instruments (all of the desk when `symbols` is empty), by symbol; duplicates
/// are looked for among all of the desk and reported under the later symbol of the pair. With `asOf` later
/// values are left out. Refuses an unknown symbol, naming the nearest.
Result<std::vector<Finding>> examineDesk(MarketStore& store, std::span<const Symbol> symbols,
                                         std::optional<Date> asOf);

} // namespace rotascope
