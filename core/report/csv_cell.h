// Cells of text in CSV that we write.
#pragma once

#include <string>
#include <string_view>

namespace rotascope {

/// Quoted where it must be. A text that a spreadsheet would run as a formula gets a leading apostrophe, which
/// our importer removes again.
std::string csvTextCell(std::string_view text);

/// Without that apostrophe.
std::string_view withoutApostrophe(std::string_view text);

} // namespace rotascope
