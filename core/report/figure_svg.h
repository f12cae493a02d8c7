// A figure as SVG: what the window paints, for reports and for those who have no window. Colours are CSS
// variables of their roles, so that dark screens and paper get their own.
#pragma once

#include "core/report/figure_scene.h"

#include <string>
#include <string_view>

namespace rotascope {

/// A document of its own, with its style.
std::string figureSvg(const Figure& figure, const FigureSheet& sheet);

/// The element for a page that holds figureCss(). `id` is unique on the page: title and description are
/// named by it.
std::string figureElement(const Figure& figure, const FigureSheet& sheet, std::string_view id);

/// Classes of lines, bars and texts; the page brings the palette.
std::string figureCss();

} // namespace rotascope
