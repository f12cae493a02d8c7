// Several series on the sessions that all of them share.
#pragma once

#include "core/base/result.h"
#include "core/market/market.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// Dates ascending; columns[i] belongs to the i-th symbol and is as long as `dates`.
struct CommonColumns {
    std::vector<Date> dates;
    std::vector<std::vector<double>> columns;
    std::size_t dropped =
        0; ///< sessions of the first symbol, inside the shared range, that another one lacks
};

/// Closes of at least one symbol. Refuses what MarketView::closes refuses, and symbols that share no session
/// ("no_common_session").
Result<CommonColumns> commonColumns(const MarketView& view, std::span<const Symbol> symbols);

/// Why none of these has closes: "before_data" where one merely begins later, else "no_data" with `sentence`.
Failure noCloses(const MarketView& view, std::span<const Symbol> symbols, std::string sentence);

} // namespace rotascope
