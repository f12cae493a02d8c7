#include "core/workflow/desk_report/line_excerpt.h"

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kLongest = 160;
constexpr std::size_t kBeginning = 40;
constexpr std::size_t kAround = 40; // on either side of the value

bool isInsideLetter(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// The nearest place at or before `at` where a letter begins.
std::size_t letterBefore(std::string_view text, std::size_t at) {
    while (at > 0 && isInsideLetter(text, at))
        --at;
    return at;
}

} // namespace

std::string excerptOf(std::string_view line, std::string_view value) {
    if (line.size() <= kLongest)
        return std::string(line);
    const std::size_t at = value.empty() ? std::string_view::npos : line.find(value);
    if (at == std::string_view::npos || at + value.size() <= kLongest)
        return std::string(line.substr(0, letterBefore(line, kLongest))) + "…";
    const std::size_t from = letterBefore(line, at - std::min(at, kAround));
    const std::size_t to = letterBefore(line, std::min(line.size(), at + value.size() + kAround));
    std::string out(line.substr(0, letterBefore(line, kBeginning)));
    out.append("… …").append(line.substr(from, to - from));
    return to < line.size() ? out + "…" : out;
}

} // namespace rotascope
