// Texts of one thing a line, as a desk keeps baskets and facts about funds.
#pragma once

#include "core/base/result.h"
#include "core/base/text.h"

#include <algorithm>
#include <string_view>

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

} // namespace rotascope
