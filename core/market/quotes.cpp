#include "core/market/quotes.h"

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

} // namespace

bool QuoteCheck::looksQuoted() const {
    return examined < kFewest || odd * 10 <= examined;
}

QuoteCheck checkQuotes(std::span<const double> closes) {
    const auto recent = closes.last(std::min(closes.size(), kExamined));
    const auto odd = std::count_if(recent.begin(), recent.end(), [](double x) { return !isWholeCents(x); });
    return {recent.size(), static_cast<std::size_t>(odd)};
}

} // namespace rotascope
