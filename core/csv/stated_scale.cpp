#include "core/csv/stated_scale.h"

#include "core/base/text.h"
#include "core/csv/heading_parts.h"

#include <algorithm>
#include <vector>

namespace rotascope {

namespace {

/// The words of a line, as they stand in it.
std::vector<std::string_view> wordsOf(std::string_view line) {
    constexpr std::string_view kMarks = " \t,;:()[]\"'./";
    std::vector<std::string_view> words;
    for (std::size_t at = line.find_first_not_of(kMarks); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(kMarks, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(kMarks, end);
    }
    return words;
}

/// "$M", "USDm", "US$bn": a word that is money and its scale at once.
bool isScaledMoney(std::string_view word) {
    const auto unit = unitIn(word);
    return unit && unit->exponent > 0 && !unit->currency.empty();
}

bool isDollars(std::string_view word) {
    const std::string lower = toLower(word);
    return lower == "dollars" || lower == "usd" || lower == "us" || lower == "u" || lower == "us$" ||
           lower == "$";
}

} // namespace

std::string scaleStatedIn(std::string_view line) {
    const std::vector<std::string_view> words = wordsOf(line);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (isScaledMoney(words[i]))
            return std::string(words[i]);
        const auto unit = i + 2 < words.size() ? unitIn(words[i]) : std::nullopt;
        if (unit && unit->exponent > 0 && words[i].size() > 3 && toLower(words[i + 1]) == "of" &&
            isDollars(words[i + 2]))
            return std::string(words[i]) + " of " + std::string(words[i + 2]);
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::string pair = std::string(words[i - 1]).append(" ").append(words[i]);
        const auto unit = unitIn(pair);
        if (unit && unit->exponent > 0 && (!unit->currency.empty() || toLower(words[i - 1]) == "in"))
            return pair;
    }
    return {};
}

} // namespace rotascope
