// How wide text is without a font at hand, so that labels of a picture find their places.
#pragma once

#include <string_view>

namespace rotascope {

/// Width of UTF-8 text in a sans-serif font of `size` pixels: Helvetica's advances and a fifth more, since
/// the reader's font may be wider.
double glyphWidth(std::string_view text, double size);

} // namespace rotascope
