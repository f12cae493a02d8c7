#include "core/workflow/load_market.h"

#include <algorithm>

namespace rotascope {

Result<std::shared_ptr<const Market>> loadMarket(MarketStore& store, std::span<const Symbol> symbols) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<InstrumentShelf::Shared> loaded;
    for (const InstrumentSummary& summary : *held) {
        const Symbol& symbol = summary.instrument.symbol;
        if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) {
            loaded.push_back(
                std::make_shared<const MarketInstrument>(InstrumentData{summary.instrument, {}, {}}));
            continue;
        }
        auto instrument = store.readShared(symbol);
        if (!instrument)
            return Failure(instrument.error());
        loaded.push_back(std::move(*instrument));
    }
    return std::make_shared<const Market>(std::move(loaded));
}

} // namespace rotascope
