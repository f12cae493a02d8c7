// From the desk to everything that is priced by the day, for the analyses that look beyond the pair.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/analysis/relative/pair_board.h"
#include "core/analysis/trend/annotations.h"
#include "core/store/market_store.h"

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

/// A desk with more priced instruments shows those of its lists, leveraged funds and indices alone: nobody
/// reads a matrix of thousands, and each costs memory and time at every step.
constexpr std::size_t kMostInstruments = 500;

/// ★ Funds whose imported holdings say what their best fifth made.
constexpr std::array<std::string_view, 2> kHeldFunds{"SPY", "IWM"};

/// The basket that is watched where no other was chosen.
constexpr std::string_view kCoverageList = "Coverage list";

/// The instruments of a desk and the lists that it keeps of them.
struct Universe {
    std::shared_ptr<const Market>
        market;                 ///< values of `priced`, yields, credit spreads, breadth series and holdings
    std::vector<Symbol> priced; ///< with daily closes or adjusted closes, by symbol
    std::size_t leftOut = 0;    ///< priced ones beyond kMostInstruments that stand in no list
    std::vector<Basket> baskets;
    std::vector<Symbol> chain; ///< what a divergence is made of, from the smallest to the largest
    std::vector<BoardPair> pairs;
    std::vector<Annotation> annotations; ///< by symbol and date

    /// The basket of that name, else the basket "Coverage list", else everything that is priced.
    Basket coverage(std::string_view list = kCoverageList) const;
};

/// Instruments with daily closes or adjusted closes, in their order.
std::vector<Symbol> pricedSymbols(std::span<const InstrumentSummary> instruments);

Result<Universe> loadUniverse(MarketStore& store);

Result<std::vector<Annotation>> loadAnnotations(MarketStore& store);
/// Keeps the notes in place of those before; a line feed in one becomes a blank.
Result<void> saveAnnotations(MarketStore& store, std::span<const Annotation> annotations);

} // namespace rotascope
