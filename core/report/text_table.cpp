#include "core/report/text_table.h"

#include <algorithm>

namespace rotascope {

namespace {

using Row = std::vector<std::string>;

std::vector<std::size_t> widthsOf(const TextTable& table) {
    std::vector<std::size_t> widths;
    for (const std::string& heading : table.headings)
        widths.push_back(displayWidth(heading));
    for (const Row& row : table.rows)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    return widths;
}

std::string lineOf(const Row& row, const std::vector<std::size_t>& widths, const std::vector<bool>& left) {
    std::string line;
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
        const std::string padding(widths[i] - displayWidth(row[i]), ' ');
        line += i == 0 ? "" : "  ";
        line += left[i] ? row[i] + padding : padding + row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), startsCharacter));
}

std::string alignedText(const TextTable& table, const std::vector<std::size_t>& leftColumns) {
    const std::vector<std::size_t> widths = widthsOf(table);
    std::vector<bool> left(widths.size(), false);
    for (std::size_t i = 0; i < left.size(); ++i)
        left[i] = i == 0 || std::find(leftColumns.begin(), leftColumns.end(), i) != leftColumns.end();
    std::string text = lineOf(table.headings, widths, left);
    for (const Row& row : table.rows)
        text += lineOf(row, widths, left);
    return text;
}

std::string alignedText(const NamedTable& table) {
    return alignedText(table.table, table.leftColumns);
}

} // namespace rotascope
