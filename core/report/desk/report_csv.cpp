#include "core/report/desk/report_csv.h"

#include "core/base/text.h"
#include "core/report/csv_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

/// ★ Units that move from the cells of a column to its heading.
constexpr std::array<std::string_view, 3> kUnits{" pp", " bp", " σ"};

std::string cellOf(const std::string& cell, std::string_view unit) {
    if (cell == "–")
        return {};
    std::string plain = plainMinus(cell);
    if (!unit.empty() && plain.ends_with(unit))
        plain.resize(plain.size() - unit.size());
    const auto number = numberCell(plain);
    return number ? *number : csvTextCell(plain);
}

/// The unit that every value of a column has; empty where they differ.
std::string_view unitOf(const TextTable& table, std::size_t column) {
    const auto carries = [column](const std::vector<std::string>& row, std::string_view unit) {
        return column >= row.size() || row[column].empty() || row[column] == "–" ||
               row[column].ends_with(unit);
    };
    for (const std::string_view unit : kUnits)
        if (std::ranges::all_of(table.rows, [&](const auto& row) { return carries(row, unit); }) &&
            std::ranges::any_of(table.rows, [&](const auto& row) {
                return column < row.size() && row[column].ends_with(unit);
            }))
            return unit;
    return {};
}

std::string tableCsv(const TextTable& table) {
    std::string csv;
    std::vector<std::string_view> units;
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        units.push_back(unitOf(table, i));
        const std::string unit = units[i].empty() ? "" : fmt::format(" [{}]", units[i].substr(1));
        csv += (i == 0 ? "" : ",") + csvTextCell(table.headings[i] + unit);
    }
    csv += '\n';
    for (const std::vector<std::string>& row : table.rows) {
        for (std::size_t i = 0; i < std::min(row.size(), units.size()); ++i)
            csv += (i == 0 ? "" : ",") + cellOf(row[i], units[i]);
        csv += '\n';
    }
    return csv;
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
                csv += tableCsv(table->table);
            }
    if (report.changes) {
        csv += '\n' + comment(changesTitle(*report.changes)) + "kind,sentence\n";
        for (const Change& change : report.changes->changes)
            csv += fmt::format("{},{}\n", change.kind, csvTextCell(change.sentence));
    }
    return csv;
}

} // namespace rotascope
