#include "core/csv/letters.h"

#include <cstdint>

namespace rotascope {

char plainLetter(std::string_view text, std::size_t& at) {
    // The letters of U+00C0 to U+00FF, which Windows-1252 writes as one byte and UTF-8 as 0xC3 and a byte
    // 0x40 lower.
    constexpr std::string_view kPlain = "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty";
    // Those of U+0100 to U+017F, as Polish and its neighbours write them; UTF-8 alone has them.
    constexpr std::string_view kExtended = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                           "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    auto byte = static_cast<std::uint8_t>(text[at]);
    if (byte >= 0xC3 && byte <= 0xC5 && at + 1 < text.size()) {
        const auto second = static_cast<std::uint8_t>(text[at + 1]);
        if (second >= 0x80 && second < 0xC0) {
            ++at;
            if (byte != 0xC3)
                return kExtended[(byte - 0xC4U) * 64 + (second - 0x80U)];
            byte = static_cast<std::uint8_t>(second + 0x40);
        }
    }
    if (byte >= 0xC0)
        return kPlain[byte - 0xC0U];
    if (byte >= 0x80)
        return '?';
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
}

} // namespace rotascope
