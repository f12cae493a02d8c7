// A line of a wide table is longer than anybody reads.
#pragma once

#include <string>
#include <string_view>

namespace rotascope {

/// `line` whole up to 160 bytes; of a longer one its beginning and, where `value` (a cell's text) stands
/// further on, what is around it: "2025-08-22,292.72… …,138.91,498.23,103.37…".
std::string excerptOf(std::string_view line, std::string_view value);

} // namespace rotascope
