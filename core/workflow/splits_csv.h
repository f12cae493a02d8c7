// Splits as CSV: written from a desk, and read from a file of one's own.
#pragma once

#include "core/base/result.h"
#include "core/store/market_store.h"
#include "core/workflow/record_splits.h"

#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// "Symbol,Date,Ratio,Scope,Noted", a row per split and scope; of one symbol, or of all where it is empty.
Result<std::string> splitsCsv(MarketStore& store, std::string_view symbol);

/// Columns by their headings, in any order: Symbol or Ticker (a file without it speaks of `symbol`), Date,
/// Ratio
/// ("2:1") or Split; Scope and Noted may be missing or empty. Refuses "bad_splits" with the line of what
/// cannot be read; `notedAt` (UTC) stands where a row has none.
Result<std::vector<StatedSplit>> splitsInCsv(std::string_view csv, const Symbol& symbol,
                                             const std::string& notedAt);

/// Records them all, or none. How many rows by scope. Refuses as recordSplit() does.
Result<std::size_t> recordSplits(MarketStore& store, const std::vector<StatedSplit>& stated);

} // namespace rotascope
