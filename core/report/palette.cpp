#include "core/report/palette.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

std::string variables(std::string_view selector, std::uint32_t PaletteRow::*theme) {
    std::string css = fmt::format("{}{{", selector);
    for (const PaletteRow& row : kPalette)
        css += fmt::format("--{}:#{:06x};", row.name, row.*theme);
    return css + "}\n";
}

} // namespace

std::string paletteCss(std::string_view selector) {
    return variables(selector, &PaletteRow::light) + "@media screen and (prefers-color-scheme:dark){" +
           variables(selector, &PaletteRow::dark) + "}\n@media print{" +
           variables(selector, &PaletteRow::print) + "}\n";
}

std::string paletteClasses() {
    std::string css;
    for (const PaletteRow& row : kPalette)
        css += fmt::format(".f-{0}{{fill:var(--{0})}}.s-{0}{{stroke:var(--{0})}}\n", row.name);
    return css;
}

} // namespace rotascope
