#include "core/workflow/provenance.h"

#include <algorithm>

namespace rotascope {

bool touches(const ImportRecord& record, std::span<const Symbol> symbols) {
    return std::ranges::any_of(record.symbols, [&](const Symbol& symbol) {
        return std::ranges::find(symbols, symbol) != symbols.end();
    });
}

Result<std::vector<ImportRecord>> importsOf(MarketStore& store, std::span<const Symbol> symbols) {
    auto records = store.imports();
    if (records)
        std::erase_if(*records,
                      [&](const ImportRecord& record) { return record.undone || !touches(record, symbols); });
    return records;
}

Result<std::vector<SymbolSplit>> splitsOf(MarketStore& store, std::span<const Symbol> symbols) {
    std::vector<SymbolSplit> out;
    for (const Symbol& symbol : symbols) {
        const auto splits = store.splits(symbol);
        if (!splits)
            return Failure(splits.error());
        for (const Split& split : *splits)
            out.push_back({symbol, split});
    }
    return out;
}

} // namespace rotascope
