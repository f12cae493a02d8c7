#include "core/rules/quantity.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

struct Conversion {
    UnitWord word;
    Quantity quantity;
    double factor;
};

/// ★ Which words a quantity may be written with.
constexpr std::array kConversions{
    Conversion{UnitWord::None, Quantity::Number, 1},
    Conversion{UnitWord::None, Quantity::Ratio, 1},
    Conversion{UnitWord::Percent, Quantity::Ratio, 0.01},
    Conversion{UnitWord::Percent, Quantity::Return, 0.01},
    Conversion{UnitWord::Pp, Quantity::Return, 0.01},
    Conversion{UnitWord::Percent, Quantity::Percent, 1},
    Conversion{UnitWord::Pp, Quantity::PercentChange, 1},
    Conversion{UnitWord::Bp, Quantity::PercentChange, 0.01},
    Conversion{UnitWord::Sigma, Quantity::Sigma, 1},
    Conversion{UnitWord::Usd, Quantity::Usd, 1},
    Conversion{UnitWord::None, Quantity::Level, 1},
    Conversion{UnitWord::Level, Quantity::Level, 1},
    Conversion{UnitWord::None, Quantity::Count, 1},
    Conversion{UnitWord::Sessions, Quantity::Sessions, 1},
};

std::string plain(double number) {
    return shortestNumber(std::round(number * 1e9) / 1e9);
}

/// 0.9·10ⁿ would read as a rounding of the number that was written.
std::string returnText(double number) {
    const double percent = std::abs(number) < 0.5 && std::abs(number) > 0 ? number * 100 : number;
    return fmt::format("{0}% or {0}pp", plain(percent));
}

std::string dollars(double value) {
    constexpr double kBillion = 1e9;
    constexpr double kMillion = 1e6;
    const double size = std::abs(value);
    if (size >= kBillion)
        return signedNumber(value / kBillion, 2) + " bn USD";
    return size >= kMillion ? signedNumber(value / kMillion, 1) + " m USD" : signedNumber(value, 0) + " USD";
}

} // namespace

std::string_view textOf(UnitWord word) {
    constexpr std::array<std::string_view, 8> kTexts{"", "%", "pp", "bp", "σ", " USD", " level", " sessions"};
    return kTexts[static_cast<std::size_t>(word)];
}

std::optional<double> factorOf(UnitWord word, Quantity quantity) {
    for (const Conversion& row : kConversions)
        if (row.word == word && row.quantity == quantity)
            return row.factor;
    return std::nullopt;
}

Quantity quantityOf(Unit unit) {
    switch (unit) {
    case Unit::Price:
    case Unit::IndexPoints:
        return Quantity::Level;
    case Unit::Percent:
        return Quantity::Percent;
    case Unit::Usd:
        return Quantity::Usd;
    case Unit::Count:
        return Quantity::Count;
    case Unit::Ratio:
        break;
    }
    return Quantity::Ratio;
}

Quantity changeOf(Quantity level) {
    return level == Quantity::Percent ? Quantity::PercentChange : level;
}

std::string writtenAs(double number, Quantity quantity) {
    switch (quantity) {
    case Quantity::Return:
        return returnText(number);
    case Quantity::Percent:
        return plain(number) + "%";
    case Quantity::PercentChange:
        return fmt::format("{}bp or {}pp", plain(number), plain(number / 100));
    case Quantity::Sigma:
        return plain(number) + "σ";
    case Quantity::Usd:
        return fmt::format("{0} USD or {0}bn USD", plain(number));
    case Quantity::Sessions:
        return plain(number) + " sessions";
    case Quantity::Number:
    case Quantity::Ratio:
    case Quantity::Level:
    case Quantity::Count:
        return plain(number);
    case Quantity::Truth:
        break;
    }
    return {};
}

std::string valueText(double value, Quantity quantity, bool isDifference) {
    if (std::isnan(value))
        return "–";
    switch (quantity) {
    case Quantity::Return:
        return signedNumber(value * 100, 2) + (isDifference ? " pp" : " %");
    case Quantity::Percent:
        return groupedNumber(value, 2) + " %";
    case Quantity::PercentChange:
        return signedNumber(value * 100, 0) + " bp";
    case Quantity::Sigma:
        return signedNumber(value, 2) + " σ";
    case Quantity::Usd:
        return dollars(value);
    case Quantity::Sessions:
        return groupedNumber(value, 0) + " sessions";
    case Quantity::Count:
        return groupedNumber(value, 0);
    case Quantity::Number:
    case Quantity::Ratio:
    case Quantity::Level:
    case Quantity::Truth:
        break;
    }
    return groupedNumber(value, std::abs(value) < 10 ? 3 : 2);
}

} // namespace rotascope
