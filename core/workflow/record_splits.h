// Splits told to a desk, and those that its data suggest.
#pragma once

#include "core/base/result.h"
#include "core/market/split.h"
#include "core/store/market_store.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

/// A split as somebody states it.
struct StatedSplit {
    Symbol symbol;
    Date date; ///< the first session in new units
    double newUnits = 1;
    double oldUnits = 1;
    std::vector<SplitScope> scopes; ///< empty: those of the desk's values that jump by the ratio that day
    std::string notedAt;            ///< UTC
};

/// "2:1", "1-for-10", "3/2", "2 for 1"; nullopt for what is no ratio of two positive numbers.
std::optional<std::pair<double, double>> splitRatioIn(std::string_view text);

/// Records a split and returns it by scope. Refuses one whose scopes are not named and that no value of the
/// desk shows ("no_jump"): the file adjusted it already, or the date is another.
Result<std::vector<Split>> recordSplit(MarketStore& store, const StatedSplit& stated);

} // namespace rotascope
