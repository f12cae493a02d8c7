#include "core/workflow/load_market.h"

#include <algorithm>

namespace rotascope {

Result<std::shared_ptr<const Market>> loadMarket(MarketStore& store, std::span<const Symbol> symbols) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<InstrumentData> loaded;
    for (const InstrumentSummary& summary : *held) {
        const Symbol& symbol = summary.instrument.symbol;
        if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) {
            loaded.push_back(InstrumentData{summary.instrument, {}, {}});
            continue;
        }
        auto data = store.read(symbol);
        if (!data)
            return Failure(data.error());
        loaded.push_back(std::move(*data));
    }
    return std::make_shared<const Market>(std::move(loaded));
}

} // namespace rotascope
