#include "ui/models/table_csv.h"

#include "core/base/text.h"
#include "core/report/csv_cell.h"
#include "ui/convert/convert.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace rotascope {

namespace {

/// ★ What a table may have divided its raw figures by: fractions as percent and as basis points, millions and
/// billions of dollars.
constexpr std::array<double, 6> kScales{1, 100, 1e4, 1e-3, 1e-6, 1e-9};

struct ShownNumber {
    double value = 0;
    int decimals = 0;
};

/// The number that the text shows, its signs and marks aside; nullopt for words.
std::optional<ShownNumber> shownNumber(QString text) {
    text.replace(QChar(0x2212), QLatin1Char('-')).remove(QLatin1Char(',')).remove(QLatin1Char('+'));
    while (!text.isEmpty() && !text.front().isDigit() && text.front() != QLatin1Char('-'))
        text.remove(0, 1); // ⚑, ▲, ⇄
    const QString number = text.section(QLatin1Char(' '), 0, 0);
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const auto point = number.indexOf(QLatin1Char('.'));
    return ShownNumber{value, point < 0 ? 0 : static_cast<int>(number.size() - point) - 1};
}

/// The raw figure in the unit that the text shows it in, without the dust of the change of units; nullopt
/// where the two do not belong together.
std::optional<std::string> inShownUnit(double raw, const ShownNumber& shown) {
    const double half = 0.5 * std::pow(10.0, -shown.decimals) * (1 + 1e-9);
    for (const double scale : kScales)
        if (std::abs(std::abs(raw * scale) - std::abs(shown.value)) <= half)
            return scale == 1 ? shortestNumber(raw) : fmt::format("{:.12g}", raw * scale); // NOLINT
    return std::nullopt;
}

/// As it stands in the file.
std::string cellText(const TableColumn& column, const TableCell& cell) {
    if (const auto date = cell.text.isEmpty() ? std::nullopt : typedDate(cell.text))
        return isoText(*date);
    const std::string words = csvTextCell(utf8(cell.text));
    if (column.isText)
        return words;
    if (!cell.sortValue.isValid())
        return {};
    if (cell.sortValue.typeId() != QMetaType::Double)
        return words;
    const double raw = cell.sortValue.toDouble();
    if (cell.text.isEmpty())
        return cell.bar ? shortestNumber(raw) : std::string();
    const auto shown = shownNumber(cell.text);
    const auto figure = shown ? inShownUnit(raw, *shown) : std::nullopt;
    return figure.value_or(words);
}

std::string joined(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? "" : ",") + cells[i];
    return line + "\n";
}

} // namespace

std::string tableCsv(const TableSnapshot& table, std::span<const int> rows,
                     const std::vector<std::string>& heads) {
    std::string out;
    for (const std::string& head : heads)
        out += "# " + head + "\n";
    std::vector<std::string> cells;
    for (const TableColumn& column : table.columns)
        cells.push_back(csvTextCell(utf8(column.heading)));
    out += joined(cells);
    for (const int row : rows) {
        cells.clear();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            cells.push_back(cellText(table.columns[i], table.rows[static_cast<std::size_t>(row)][i]));
        out += joined(cells);
    }
    return out;
}

} // namespace rotascope
