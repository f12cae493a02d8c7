// Aligned columns for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct TextTable {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows; ///< each as long as the headings; a shorter one ends early
};

/// A table that stands in several places: on a terminal, in a report, as CSV.
struct NamedTable {
    std::string id; ///< within its analysis ("performance")
    std::string title;
    TextTable table;
    std::vector<std::size_t> leftColumns; ///< as in alignedText()
};

/// Two blanks between columns; the first column and those named in `leftColumns` are left-aligned, the others
/// right. Each line ends with a newline and without blanks before it.
std::string alignedText(const TextTable& table, const std::vector<std::size_t>& leftColumns = {});

std::string alignedText(const NamedTable& table);

/// How many columns UTF-8 text takes: one for every character (no wide or combining characters are expected).
std::size_t displayWidth(std::string_view text);

} // namespace rotascope
