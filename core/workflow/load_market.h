// From the desk to an immutable market in memory.
#pragma once

#include "core/base/result.h"
#include "core/market/market.h"
#include "core/store/market_store.h"

#include <memory>
#include <span>

namespace rotascope {

/// The named instruments. Symbols that the desk lacks are left out: the analysis says what is missing, and
/// where to get it. Every other symbol of the desk is present without values, so that "the nearest name" can
/// be named.
Result<std::shared_ptr<const Market>> loadMarket(MarketStore& store, std::span<const Symbol> symbols);

} // namespace rotascope
