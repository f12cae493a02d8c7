// Which imports and splits stand behind some symbols.
#pragma once

#include "core/base/result.h"
#include "core/market/split.h"
#include "core/store/market_store.h"

#include <span>
#include <vector>

namespace rotascope {

struct SymbolSplit {
    Symbol symbol;
    Split split;
};

/// The imports, not undone, that hold values of any of the symbols; oldest first.
Result<std::vector<ImportRecord>> importsOf(MarketStore& store, std::span<const Symbol> symbols);

bool touches(const ImportRecord& record, std::span<const Symbol> symbols);

/// The splits by which values of these symbols are adjusted when they are read.
Result<std::vector<SymbolSplit>> splitsOf(MarketStore& store, std::span<const Symbol> symbols);

} // namespace rotascope
