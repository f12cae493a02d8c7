#include "core/report/glyph_widths.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace rotascope {

namespace {

constexpr double kReserve = 1.2;
constexpr std::uint16_t kOther = 584; // minus, plus-minus, Greek and the like
constexpr unsigned char kFirst = 32;

/// Thousandths of the size, from the blank to the tilde.
constexpr std::array<std::uint16_t, 95> kAdvances{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

} // namespace

double glyphWidth(std::string_view text, double size) {
    unsigned thousandths = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U)
            continue; // inside a character
        const bool listed = byte >= kFirst && static_cast<std::size_t>(byte - kFirst) < kAdvances.size();
        thousandths += listed ? kAdvances[static_cast<std::size_t>(byte - kFirst)] : kOther;
    }
    return thousandths * size * kReserve / 1000;
}

} // namespace rotascope
