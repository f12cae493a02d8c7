#include "core/base/unbroken.h"

#include <algorithm>
#include <array>
#include <span>

namespace rotascope {

namespace {

constexpr std::string_view kNoBreak = "\u00A0";
constexpr std::string_view kJoined = "\u2060";
/// ★ What stays with the word before it.
constexpr std::array<std::string_view, 3> kUnits{"%", "pp", "σ"};
/// ★ The same behind a digit alone, where they are no other word.
constexpr std::array<std::string_view, 3> kUnitsOfDigits{"bn", "m", "bp"};
constexpr std::array<std::string_view, 2> kSigns{"+", "−"};
constexpr std::array<std::string_view, 3> kShares{"0.", "1.", "<"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isWordCharacter(char c) {
    return isDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool startsWithOneOf(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.starts_with(word); });
}

bool startsWithUnitOfDigits(std::string_view text) {
    return std::ranges::any_of(kUnitsOfDigits, [text](std::string_view unit) {
        return text.starts_with(unit) && (text.size() == unit.size() || !isWordCharacter(text[unit.size()]));
    });
}

/// Whether a blank between these must not end a line.
bool belongTogether(char before, std::string_view after) {
    return startsWithOneOf(after, kUnits) || (isDigit(before) && startsWithUnitOfDigits(after)) ||
           (before == 'z' && startsWithOneOf(after, kSigns)) ||
           (before == 'p' && startsWithOneOf(after, kShares));
}

} // namespace

std::string unbroken(std::string_view words) {
    std::string out;
    out.reserve(words.size() + words.size() / 8);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == ' ' && i > 0 && belongTogether(words[i - 1], words.substr(i + 1))) {
            out += kNoBreak;
            continue;
        }
        if (words[i] == '$' &&
            std::ranges::any_of(kSigns, [before = words.substr(0, i)](std::string_view sign) {
                return before.ends_with(sign);
            }))
            out += kJoined;
        out += words[i];
    }
    return out;
}

} // namespace rotascope
