// core/demo: the synthetic market from a fixed seed. May include core/base, core/market and core/store.
// Same figures on every machine; no vendor's value in it. Marked DEMO in every output.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/market/market.h"
#include "core/store/market_store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope {

/// Instruments with daily bars and series, 1987-09-10 to 2025-11-28 on the NYSE calendar (funds from their
/// start).
std::vector<InstrumentData> demoMarket();

struct DemoFill {
    std::size_t instruments = 0;
    std::size_t sessions = 0; ///< of the longest instrument
};

/// Fills an empty desk in one transaction and marks it DEMO. Refuses a desk that holds anything
/// ("desk_not_empty").
Result<DemoFill> fillDemoDesk(MarketStore& store, const std::string& importedAt, ProgressSink& progress);

} // namespace rotascope
