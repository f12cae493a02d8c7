// Colours of reports by role, as CSS: the light theme, dark where the reader prefers it, ink on white paper.
#pragma once

#include "core/figure/figure.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope {

/// ★ One row per role, in the order of ColourRole; 0xRRGGBB. The same colours as the window's themes.
struct PaletteRow {
    ColourRole role;
    std::string_view name; ///< of the CSS variable, and after "f-" (fill) and "s-" (stroke) of its classes
    std::uint32_t light;
    std::uint32_t dark;
    std::uint32_t print;
};

constexpr std::array<PaletteRow, 18> kPalette{{
    {ColourRole::Window, "window", 0xF2F3F1, 0x101214, 0xFFFFFF},
    {ColourRole::Panel, "panel", 0xFFFFFF, 0x171A1D, 0xFFFFFF},
    {ColourRole::Raised, "raised", 0xF8F9F7, 0x1D2125, 0xFFFFFF},
    {ColourRole::Hairline, "hairline", 0xD9DCD6, 0x2D3238, 0xB4B4B4},
    {ColourRole::Grid, "grid", 0xECEEEA, 0x22262B, 0xE2E2E2},
    {ColourRole::Text, "text", 0x15181B, 0xE8EAEB, 0x000000},
    {ColourRole::MutedText, "muted", 0x5C646B, 0x9CA5AD, 0x454545},
    {ColourRole::SmallCap, "small-cap", 0xB85A06, 0xF2983F, 0x9A4A00},
    {ColourRole::LargeCap, "large-cap", 0x1F62AE, 0x74ADF0, 0x10509A},
    {ColourRole::Ratio, "ratio", 0x15181B, 0xE8EAEB, 0x000000},
    {ColourRole::Average1, "average-1", 0x8A9299, 0x7E8890, 0x707070},
    {ColourRole::Average2, "average-2", 0xB9BFC4, 0x505960, 0xA0A0A0},
    {ColourRole::Positive, "positive", 0x08705F, 0x43C4AE, 0x005E4F},
    {ColourRole::Negative, "negative", 0xAD1F3A, 0xF5788A, 0x96102C},
    {ColourRole::Event, "event", 0x7440B5, 0xC196F5, 0x5C2A9E},
    {ColourRole::Selection, "selection", 0xE4ECF6, 0x22303F, 0xE6EDF5},
    {ColourRole::Attention, "attention", 0x8A5A00, 0xF0C469, 0x6E4700},
    {ColourRole::AttentionBackground, "attention-background", 0xFFF3D4, 0x33290F, 0xFFF7E3},
}};

constexpr const PaletteRow& paletteOf(ColourRole role) {
    return kPalette[static_cast<std::size_t>(role)];
}

/// The variables ("--small-cap: #b85a06") of `selector`, for screens, dark screens and paper.
std::string paletteCss(std::string_view selector);

/// The classes that pictures use: "f-small-cap" fills, "s-small-cap" strokes.
std::string paletteClasses();

} // namespace rotascope
