// Where one value came from: file, line and raw text, and what stood there before.
#pragma once

#include "core/base/result.h"
#include "core/store/market_store.h"
#include "core/workflow/original_lines.h"

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct Provenance {
    ValueOrigin origin;
    Result<std::string> text; ///< the line as it stands in the file, or the sentence why it cannot be shown
    std::vector<ValueVintage> vintages; ///< newest first
    std::vector<Result<std::string>> vintageTexts;
    std::optional<double> adjusted; ///< as analyses read it, where a split that the desk was told of moves it
};

/// Without a field: the main one, close where there are bars. Refuses what the desk does not hold.
Result<Provenance> whereFrom(MarketStore& store, const Symbol& symbol, Date date, std::optional<Field> field);
/// The same for those who ask about many values: `lines` are of that store.
Result<Provenance> whereFrom(MarketStore& store, OriginalLines& lines, const Symbol& symbol, Date date,
                             Field field);

} // namespace rotascope
