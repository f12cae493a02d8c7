// What a number of a rule measures, and the words a number may carry.
#pragma once

#include "core/market/instrument.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

/// Two numbers compare when they are of one quantity. Returns and ratios are kept as fractions, percent
/// series and their changes in percent as they stand in the desk.
enum class Quantity : std::uint8_t {
    Truth,         ///< yes, no or unknown
    Number,        ///< a bare number, an oscillator
    Ratio,         ///< one value over another of its kind
    Return,        ///< a move of a price, a fraction
    Percent,       ///< level of a series in percent
    PercentChange, ///< difference of two of them, percentage points
    Sigma,         ///< standard deviations
    Usd,
    Level, ///< price or index points
    Count, ///< shares, ranks
    Sessions
};

struct QuantityInfo {
    Quantity quantity;
    std::string_view id;    ///< `unit` in JSON
    std::string_view label; ///< in sentences: "a return"
};

constexpr std::array<QuantityInfo, 11> kQuantities{{
    {Quantity::Truth, "truth", "a condition"},
    {Quantity::Number, "number", "a number"},
    {Quantity::Ratio, "ratio", "a ratio"},
    {Quantity::Return, "fraction", "a return"},
    {Quantity::Percent, "percent", "a level in percent"},
    {Quantity::PercentChange, "pp", "a change of a series in percent"},
    {Quantity::Sigma, "sigma", "a number of σ"},
    {Quantity::Usd, "usd", "an amount in USD"},
    {Quantity::Level, "level", "a price or index level"},
    {Quantity::Count, "count", "a count"},
    {Quantity::Sessions, "sessions", "a number of sessions"},
}};

constexpr const QuantityInfo& infoOf(Quantity quantity) {
    return kQuantities[static_cast<std::size_t>(quantity)];
}

/// What stands behind a number in a rule.
enum class UnitWord : std::uint8_t { None, Percent, Pp, Bp, Sigma, Usd, Level, Sessions };

/// "%", "pp", "bp", "σ", " USD", " level", " sessions"; empty for none.
std::string_view textOf(UnitWord word);

/// What a number with this word is multiplied by to become a quantity; nullopt where it cannot be one.
std::optional<double> factorOf(UnitWord word, Quantity quantity);

/// The quantity of a series' values, and of their differences.
Quantity quantityOf(Unit unit);
Quantity changeOf(Quantity level);

/// How a number would have to be written to be such a quantity: "25bp or 0.25pp"; empty where none is.
std::string writtenAs(double number, Quantity quantity);

/// A value in words people read: "+3.73 %", "+24 bp", "2,500". A difference of returns reads in points.
std::string valueText(double value, Quantity quantity, bool isDifference = false);

} // namespace rotascope
