// Text that does not depend on the locale.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rotascope {

std::string_view trimmed(std::string_view text);
std::string toLower(std::string_view text); ///< ASCII only
std::string toUpper(std::string_view text); ///< ASCII only

/// The shortest text that reads back as exactly `value` ("0.1", "1e+22"); "" for NaN, which means missing.
std::string shortestNumber(double value);

/// Reads a whole plain number ("-1.5", "2e3"); nullopt when anything is left over or it is not finite.
std::optional<double> parseNumber(std::string_view text);

/// A number for people: `decimals` digits, thousands separated by commas, a real minus sign; "–" for NaN.
std::string groupedNumber(double value, int decimals);
/// As above, with "+" before positive values.
std::string signedNumber(double value, int decimals);
/// 1234 → "1,234"
std::string groupedCount(long long count);

/// The candidate closest to `wanted` by edit distance when it is close enough to be a slip of the keys.
std::optional<std::string> nearestName(std::string_view wanted, std::span<const std::string> candidates);

} // namespace rotascope
