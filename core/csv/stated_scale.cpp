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

} // namespace

std::string scaleStatedIn(std::string_view line) {
    const std::vector<std::string_view> words = wordsOf(line);
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::string pair = std::string(words[i - 1]).append(" ").append(words[i]);
        const auto unit = unitIn(pair);
        if (unit && unit->exponent > 0 && (!unit->currency.empty() || toLower(words[i - 1]) == "in"))
            return pair;
    }
    return {};
}

} // namespace rotascope
