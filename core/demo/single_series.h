// Yields, credit spread, volatility index and put/call ratio of the demo market: one value a day.
#pragma once

#include "core/demo/market_model.h"
#include "core/market/market.h"

#include <vector>

namespace rotascope {

std::vector<InstrumentData> demoSingleSeries(const MarketModel& model);

} // namespace rotascope
