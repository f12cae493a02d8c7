#include "core/analysis/trend/price_basis.h"

#include "core/market/quotes.h"

namespace rotascope {

namespace {

bool holds(const MarketView& view, std::string_view symbol, Field field) {
    const auto values = view.values(symbol, field);
    return values.has_value() || values.error().code != "no_data";
}

} // namespace

std::string_view nameOf(PriceBasis basis) {
    return isAdjusted(basis) ? "adjusted" : "price";
}

Result<PricedCloses> pricedCloses(const MarketView& view, std::string_view symbol, PriceChoice choice) {
    const bool onlyAdjusted = !holds(view, symbol, Field::Close) && holds(view, symbol, Field::AdjClose);
    const bool adjusted = choice == PriceChoice::Adjusted || onlyAdjusted;
    const auto closes = adjusted ? view.values(symbol, Field::AdjClose) : view.closes(symbol);
    if (!closes)
        return Failure(closes.error());
    if (adjusted)
        return PricedCloses{*closes, PriceBasis::Adjusted};
    const bool inDollars = view.instrument(symbol)->unit == Unit::Price;
    const bool quoted = !inDollars || checkQuotes(closes->values).looksQuoted();
    return PricedCloses{*closes, quoted ? PriceBasis::Price : PriceBasis::AdjustedUnnamed};
}

} // namespace rotascope
