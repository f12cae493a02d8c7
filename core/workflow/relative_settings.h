// The chain and the pairs that a desk keeps, for window and command line.
#pragma once

#include "core/analysis/relative/relative_texts.h"
#include "core/store/market_store.h"

#include <string_view>
#include <vector>

namespace rotascope {

/// The desk's own, else the shipped ones. Saving keeps `text` once it has been read; empty text brings the
/// shipped ones back. Refusals are those of parseChain and parsePairs.
Result<std::vector<Symbol>> loadChain(MarketStore& store);
Result<std::vector<Symbol>> saveChain(MarketStore& store, std::string_view text);

Result<std::vector<BoardPair>> loadPairs(MarketStore& store);
Result<std::vector<BoardPair>> savePairs(MarketStore& store, std::string_view text);

} // namespace rotascope
