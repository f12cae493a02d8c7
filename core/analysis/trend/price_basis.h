// Whether closes are prices that were paid, or adjusted for what was paid out since.
#pragma once

#include "core/base/result.h"
#include "core/market/market.h"

#include <cstdint>
#include <string_view>

namespace rotascope {

/// Which closes an analysis asks for.
enum class PriceChoice : std::uint8_t { Close, Adjusted };

/// What the closes it was given are.
enum class PriceBasis : std::uint8_t {
    Price,
    Adjusted,        ///< the adjusted column, asked for or all there is
    AdjustedUnnamed, ///< a column that calls itself close but was never quoted: a vendor adjusted it
};

/// "price" or "adjusted"
std::string_view nameOf(PriceBasis basis);
constexpr bool isAdjusted(PriceBasis basis) {
    return basis != PriceBasis::Price;
}

struct PricedCloses {
    SeriesView closes;
    PriceBasis basis = PriceBasis::Price;
};

/// Daily closes of an instrument. With Close: its closes, or its adjusted ones where it has no others; with
/// Adjusted: those alone. Refuses what MarketView::values refuses.
Result<PricedCloses> pricedCloses(const MarketView& view, std::string_view symbol, PriceChoice choice);

} // namespace rotascope
