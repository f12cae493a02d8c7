// Words that state a unit for a whole table: "(USD millions)" above it, "USD mn" below its header, "Note:
// figures in thousands." behind it.
#pragma once

#include <string>
#include <string_view>

namespace rotascope {

/// The words of a line that say how many its numbers count, as they stand there: "USD millions". Empty where
/// it says none; "about $10 million" speaks of one number, not of all.
std::string scaleStatedIn(std::string_view line);

} // namespace rotascope
