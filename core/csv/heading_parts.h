// A heading taken apart where no table knows it whole: "IWM Net Flow ($M)" is IWM, a flow, in millions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

struct HeadingParts {
    std::string normalised; ///< of the words that mean something; of the whole heading where none do
    std::string ticker;     ///< that stands beside them, or empty
    int exponent = 0;       ///< values are in units of ten to this power
    std::string currency;   ///< of the unit: "USD"; empty where it names none
};

struct StatedUnit {
    int exponent = 0;
    std::string_view currency; ///< "USD"; empty where it names none
};

/// What "$M", "USD bn" or "in millions" state; nullopt for other words.
std::optional<StatedUnit> unitIn(std::string_view words);

HeadingParts partsOfHeading(std::string_view heading);

/// "1D", "10Y", "3M": a length of time, which headings and names of files write where a ticker may stand.
bool isSpanOfTime(std::string_view word);

/// How many of the first characters name a security as Bloomberg does ("RTY Index", "IWM US Equity"); 0 for
/// none.
std::size_t endOfSecurity(std::string_view words);

} // namespace rotascope
