#include "core/base/text.h"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace rotascope {

namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kMissing = "\u2013";

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
char lowerChar(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upperChar(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string withThousands(std::string digitsAndFraction) {
    const std::size_t point = std::min(digitsAndFraction.find('.'), digitsAndFraction.size());
    for (std::size_t at = point; at > 3; at -= 3)
        digitsAndFraction.insert(at - 3, ",");
    return digitsAndFraction;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

} // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string toLower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lowerChar);
    return out;
}

std::string toUpper(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), upperChar);
    return out;
}

std::string shortestNumber(double value) {
    if (std::isnan(value))
        return {};
    if (std::abs(value) < 1e15 && value == std::floor(value))
        return fmt::format("{:.0f}", value == 0 ? 0.0 : value);
    return fmt::format("{}", value);
}

std::optional<double> parseNumber(std::string_view text) {
    double value = 0;
    const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string groupedNumber(double value, int decimals) {
    if (!std::isfinite(value))
        return std::string(kMissing);
    std::string text = withThousands(fmt::format("{:.{}f}", std::abs(value), decimals));
    const bool isZero = text.find_first_not_of("0.,") == std::string::npos;
    return value < 0 && !isZero ? std::string(kMinus) + text : text;
}

std::string signedNumber(double value, int decimals) {
    std::string text = groupedNumber(value, decimals);
    const bool isZero = text.find_first_not_of("0.,") == std::string::npos;
    return std::isfinite(value) && value > 0 && !isZero ? "+" + text : text;
}

std::string groupedCount(long long count) {
    return groupedNumber(static_cast<double>(count), 0);
}

std::optional<std::string> nearestName(std::string_view wanted, std::span<const std::string> candidates) {
    const std::string target = toUpper(wanted);
    std::optional<std::string> best;
    std::size_t bestDistance = std::max<std::size_t>(2, target.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = editDistance(target, toUpper(candidate));
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace rotascope
