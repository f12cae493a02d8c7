// Letters without case and accents, in UTF-8 and in Windows-1252 alike, so that words can be compared.
#pragma once

#include <cstddef>
#include <string_view>

namespace rotascope {

/// The plain lower-case letter that stands at `at` ("Ä" gives 'a'), '?' for a letter without one; other
/// characters as they are. Moves `at` to the character's last byte.
char plainLetter(std::string_view text, std::size_t& at);

} // namespace rotascope
