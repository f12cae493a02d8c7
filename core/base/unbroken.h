// Where a sentence must not be torn at the end of a line.
#pragma once

#include <string>
#include <string_view>

namespace rotascope {

/// The same words (UTF-8), with no line break between a number and its unit, its sign or its "z" or "p":
/// blanks there become U+00A0, and U+2060 joins a sign to its currency.
std::string unbroken(std::string_view words);

} // namespace rotascope
