#include "core/figure/figure_table.h"

#include "core/base/text.h"
#include "core/figure/chart_recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rotascope {

namespace {

struct ColumnsOfLayer {
    const Pane& pane;
    std::size_t sessions;

    using Columns = std::vector<FigureColumn>;

    Columns operator()(const LineLayer& line) const {
        const bool withSign = pane.axis.signedTicks && !line.readOutOnly; // not a value of the pane's axis
        return {{line.name, line.unit, line.decimals, withSign, line.values}};
    }
    Columns operator()(const BarLayer& bars) const {
        return {{bars.name, bars.unit, bars.decimals, pane.axis.signedTicks, bars.values}};
    }
    Columns operator()(const AreaLayer& area) const {
        return {{area.name + ", low", area.unit, area.decimals, pane.axis.signedTicks, area.low},
                {area.name + ", high", area.unit, area.decimals, pane.axis.signedTicks, area.high}};
    }
    Columns operator()(const MarkerLayer& markers) const {
        std::vector<double> values(sessions, std::numeric_limits<double>::quiet_NaN());
        for (const MarkerLayer::Mark& mark : markers.marks)
            if (mark.session >= 0 && static_cast<std::size_t>(mark.session) < sessions)
                values[static_cast<std::size_t>(mark.session)] = mark.value;
        return {{markers.name,
                 {},
                 2,
                 pane.axis.signedTicks,
                 std::make_shared<const std::vector<double>>(std::move(values))}};
    }
    Columns operator()(const BandLayer&) const { return {}; }
};

struct ReadingRank {
    int operator()(const LineLayer& line) const {
        if (line.presence != Presence::Always)
            return 4;
        return line.readOutOnly ? 2 : line.emphasised ? 0 : 1;
    }
    int operator()(const BarLayer&) const { return 0; }
    int operator()(const AreaLayer&) const { return 1; }
    int operator()(const MarkerLayer&) const { return 3; }
    int operator()(const BandLayer&) const { return 5; }
};

/// The title of each column, with its pane's where the layer's name is empty or used twice.
std::vector<std::string> uniqueTitles(const std::vector<FigureColumn>& columns,
                                      const std::vector<std::string>& paneTitles) {
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string& name = columns[i].title;
        const auto sameName =
            std::count_if(columns.begin(), columns.end(),
                          [&name](const FigureColumn& column) { return column.title == name; });
        const bool ambiguous = sameName > 1 && !paneTitles[i].empty();
        titles.push_back(name.empty() ? paneTitles[i]
                         : ambiguous  ? fmt::format("{} ({})", name, paneTitles[i])
                                      : name);
    }
    return titles;
}

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\n\r") == std::string::npos)
        return field;
    std::string out = "\"";
    for (const char c : field)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

void addComment(std::string& csv, const std::string& text) {
    if (!text.empty())
        csv += "# " + oneLine(text) + '\n';
}

/// What it is, and the command that writes the same.
void addHead(std::string& csv, const Figure& figure, int first, int last) {
    addComment(csv, figure.title);
    addComment(csv, figure.summary);
    if (const std::string command = shownCommand(figure, first, last); !command.empty())
        addComment(csv, "The same: " + command);
    for (const Pane& pane : figure.panes)
        addComment(csv, pane.note.empty() ? pane.title : fmt::format("{}: {}", pane.title, pane.note));
}

} // namespace

std::vector<std::size_t> readingOrder(const Pane& pane) {
    std::vector<std::size_t> order(pane.layers.size());
    std::iota(order.rbegin(), order.rend(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&pane](std::size_t a, std::size_t b) {
        return std::visit(ReadingRank{}, pane.layers[a]) < std::visit(ReadingRank{}, pane.layers[b]);
    });
    return order;
}

std::string placeHeading(const Figure& figure) {
    return figure.steps ? "Sessions" : "Date";
}

std::string placeText(const Figure& figure, std::size_t index) {
    return figure.steps ? std::to_string(figure.steps->stepAt(static_cast<int>(index)))
                        : isoText((*figure.dates)[index]);
}

std::vector<FigureColumn> figureColumns(const Figure& figure) {
    std::vector<FigureColumn> columns;
    std::vector<std::string> paneTitles;
    for (const Pane& pane : figure.panes) {
        for (const std::size_t at : readingOrder(pane)) {
            for (FigureColumn& column : std::visit(ColumnsOfLayer{pane, figure.size()}, pane.layers[at])) {
                columns.push_back(std::move(column));
                paneTitles.push_back(pane.title);
            }
        }
    }
    const std::vector<std::string> titles = uniqueTitles(columns, paneTitles);
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i].title = titles[i];
    return columns;
}

std::string figureCsv(const Figure& figure, int firstSession, int lastSession) {
    std::string csv;
    addHead(csv, figure, firstSession, lastSession);
    const std::vector<FigureColumn> columns = figureColumns(figure);
    csv += placeHeading(figure);
    for (const FigureColumn& column : columns) {
        const std::string unit(trimmed(column.unit));
        csv += ',' + quoted(unit.empty() ? column.title : fmt::format("{} [{}]", column.title, unit));
    }
    csv += '\n';
    const int last = std::min(lastSession, static_cast<int>(figure.size()) - 1);
    for (int session = std::max(firstSession, 0); session <= last; ++session) {
        const auto row = static_cast<std::size_t>(session);
        csv += placeText(figure, row);
        for (const FigureColumn& column : columns) {
            const bool present =
                column.values && row < column.values->size() && std::isfinite((*column.values)[row]);
            csv += ',' + (present ? shortestNumber((*column.values)[row]) : std::string());
        }
        csv += '\n';
    }
    return csv;
}

} // namespace rotascope
