#include "core/analysis/trend/price_basis.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kExamined = 504;
constexpr std::size_t kFewest = 21;
constexpr double kCents = 100;

/// Files carry prices in single precision: seven digits.
bool isWholeCents(double price) {
    const double cents = price * kCents;
    return std::abs(cents - std::round(cents)) <= std::max(0.01, cents * 1e-7);
}

bool holds(const MarketView& view, std::string_view symbol, Field field) {
    const auto values = view.values(symbol, field);
    return values.has_value() || values.error().code != "no_data";
}

} // namespace

std::string_view nameOf(PriceBasis basis) {
    return isAdjusted(basis) ? "adjusted" : "price";
}

bool lookQuoted(std::span<const double> closes) {
    if (closes.size() < kFewest)
        return true;
    const auto recent = closes.last(std::min(closes.size(), kExamined));
    const auto odd = std::count_if(recent.begin(), recent.end(), [](double x) { return !isWholeCents(x); });
    return static_cast<std::size_t>(odd) * 10 <= recent.size();
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
    const bool quoted = !inDollars || lookQuoted(closes->values);
    return PricedCloses{*closes, quoted ? PriceBasis::Price : PriceBasis::AdjustedUnnamed};
}

} // namespace rotascope
