// From the desk to everything that is priced by the day, for the analyses that look beyond the pair.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/store/market_store.h"

#include <memory>
#include <span>
#include <vector>

namespace rotascope {

/// The instruments of a desk and the lists that it keeps of them.
struct Universe {
    std::shared_ptr<const Market> market; ///< values of `priced` and of yields and credit spreads
    std::vector<Symbol> priced;           ///< with daily closes or adjusted closes, by symbol
    std::vector<Basket> baskets;

    /// The basket "Coverage list", else everything that is priced.
    Basket coverage() const;
};

/// Instruments with daily closes or adjusted closes, in their order.
std::vector<Symbol> pricedSymbols(std::span<const InstrumentSummary> instruments);

Result<Universe> loadUniverse(MarketStore& store);

} // namespace rotascope
