// Texts of one thing a line, as a desk keeps baskets and facts about funds.
#pragma once

#include "core/base/result.h"
#include "core/base/text.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace rotascope {

/// Calls take(row, line) for each line with something on it, blanks around it dropped, `line` counted from 1.
/// Ends with the first refusal of `take`.
template <class Take>
Result<void> forEachLine(std::string_view text, Take take) {
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view row = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (row.empty())
            continue;
        if (const Result<void> taken = take(row, line); !taken)
            return taken;
    }
    return {};
}

/// The words of a text between any of `separators`.
inline std::vector<std::string_view> wordsIn(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> out;
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
        if (text.empty())
            return out;
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

} // namespace rotascope
