#include "core/csv/stated_scale.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 17> kScales{
    "thousand", "thousands", "million", "millions", "billion", "billions", "mn",        "mm",        "mio",
    "m",        "bn",        "mrd",     "tsd",      "k",       "000s",     "millionen", "milliarden"};
constexpr std::array<std::string_view, 8> kLeads{"in",  "usd",     "us$",    "$",
                                                 "eur", "dollars", "dollar", "\xE2\x82\xAC"};

struct Word {
    std::string lower;
    std::size_t first;
    std::size_t end;
};

std::vector<Word> wordsOf(std::string_view line) {
    constexpr std::string_view kMarks = " \t,;:()[]\"'./";
    std::vector<Word> words;
    for (std::size_t at = line.find_first_not_of(kMarks); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(kMarks, at), line.size());
        words.push_back({toLower(line.substr(at, end - at)), at, end});
        at = line.find_first_not_of(kMarks, end);
    }
    return words;
}

template <class Words>
bool contains(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::string scaleStatedIn(std::string_view line) {
    const std::vector<Word> words = wordsOf(line);
    for (std::size_t i = 1; i < words.size(); ++i)
        if (contains(kScales, words[i].lower) && contains(kLeads, words[i - 1].lower))
            return std::string(line.substr(words[i - 1].first, words[i].end - words[i - 1].first));
    return {};
}

} // namespace rotascope
