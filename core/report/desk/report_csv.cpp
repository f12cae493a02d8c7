#include "core/report/desk/report_csv.h"

#include "core/base/text.h"
#include "core/report/csv_cell.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

std::string plainMinus(std::string_view text) {
    constexpr std::string_view kMinus = "−";
    std::string out;
    while (!text.empty()) {
        const bool minus = text.starts_with(kMinus);
        out += minus ? '-' : text.front();
        text.remove_prefix(minus ? kMinus.size() : 1);
    }
    return out;
}

/// "+1,234.5 %" is a number to a spreadsheet; its commas would part it from itself.
std::optional<std::string> numberCell(const std::string& cell) {
    std::string digits = cell;
    std::erase(digits, ',');
    const bool isPercent = digits.ends_with(" %");
    const std::string_view number = std::string_view(digits).substr(digits.starts_with('+') ? 1 : 0);
    const std::string_view bare = isPercent ? number.substr(0, number.size() - 2) : number;
    if (!parseNumber(bare))
        return std::nullopt;
    return std::string(bare) + (isPercent ? "%" : "");
}

std::string cellOf(const std::string& cell) {
    if (cell == "–")
        return {};
    const std::string plain = plainMinus(cell);
    const auto number = numberCell(plain);
    return number ? *number : csvTextCell(plain);
}

std::string lineOf(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? "" : ",") + cellOf(cells[i]);
    return line + '\n';
}

std::string comment(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return "# " + text + '\n';
}

} // namespace

std::string reportCsv(const DeskReport& report) {
    std::string csv = comment(fmt::format("{} as of {}{}", reportTitle(report), isoText(report.asOf),
                                          report.demo ? ", DEMO: an invented market" : ""));
    csv += comment(plainText(report.headline));
    for (const ReportSection& section : report.sections)
        for (const ReportBlock& block : section.blocks)
            if (const auto* table = std::get_if<NamedTable>(&block)) {
                csv += '\n' + comment(fmt::format("{}: {}", section.title, table->title));
                csv += lineOf(table->table.headings);
                for (const std::vector<std::string>& row : table->table.rows)
                    csv += lineOf(row);
            }
    return csv;
}

} // namespace rotascope
