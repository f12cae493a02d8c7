#include "core/report/desk/report_blocks.h"

#include "core/base/unbroken.h"
#include "core/report/figure_svg.h"
#include "core/report/svg_elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

using svg::escaped;

/// ★ The same picture for a desk and for a hand: text stays readable at either width.
struct Sheet {
    std::string_view cssClass;
    double width;
    double height;
};
constexpr std::array<Sheet, 2> kSheets{{{"wide", 960, 420}, {"narrow", 360, 380}}};

/// Escaped, with numbers and their units on one line.
std::string prose(std::string_view words) {
    return escaped(unbroken(words));
}

std::string_view inkOf(Emphasis emphasis) {
    constexpr std::array<std::string_view, 3> kInks{"strong", "normal", "muted"};
    return kInks[static_cast<std::size_t>(emphasis)];
}

/// Signs carry colour as well, never colour alone.
std::string_view signClass(const std::string& cell) {
    if (cell.find("…") != std::string::npos)
        return ""; // an interval has two ends
    if (cell.starts_with('+'))
        return " pos";
    return cell.starts_with("−") ? " neg" : "";
}

bool isLeft(const NamedTable& table, std::size_t column) {
    return column == 0 || std::ranges::find(table.leftColumns, column) != table.leftColumns.end();
}

std::string headRow(const NamedTable& table) {
    std::string out = "<thead><tr>";
    for (std::size_t i = 0; i < table.table.headings.size(); ++i)
        out += fmt::format("<th scope=\"col\"{}>{}</th>", isLeft(table, i) ? " class=\"l\"" : "",
                           escaped(table.table.headings[i]));
    return out + "</tr></thead>\n";
}

constexpr std::size_t kLongCell = 36; // bytes from which a cell of words may take several lines

/// ★ Words that a reader looks for in a table.
constexpr std::array<std::string_view, 2> kWanted{"firing", "warning"};

/// Classes of a cell of words.
std::string wordClass(const std::string& cell) {
    const bool isWanted = std::ranges::find(kWanted, cell) != kWanted.end();
    return std::string("l") + (cell.size() > kLongCell ? " w" : "") + (isWanted ? " look" : "");
}

std::string bodyRow(const NamedTable& table, const std::vector<std::string>& row) {
    std::string out = "<tr>";
    for (std::size_t i = 0; i < table.table.headings.size(); ++i) {
        const std::string cell = i < row.size() ? row[i] : std::string();
        if (i == 0)
            out += fmt::format("<th scope=\"row\">{}</th>", escaped(cell));
        else if (isLeft(table, i))
            out += fmt::format("<td class=\"{}\">{}</td>", wordClass(cell), escaped(cell));
        else
            out += fmt::format("<td class=\"n{}\">{}</td>", signClass(cell), escaped(cell));
    }
    return out + "</tr>\n";
}

std::string notes(const std::vector<std::string>& sentences) {
    std::string out;
    for (const std::string& sentence : sentences)
        out += "<p class=\"note\">" + prose(sentence) + "</p>\n";
    return out;
}

struct Writer {
    std::string_view id;

    std::string operator()(const ReportText& text) const {
        return "<p>" + headlineHtml(text.runs) + "</p>\n";
    }
    std::string operator()(const ReportList& list) const {
        if (list.items.empty())
            return {};
        if (list.title.empty())
            return notes(list.items);
        std::string out = list.title.empty() ? "" : "<h3>" + escaped(list.title) + "</h3>\n";
        out += "<ul>\n";
        for (const std::string& item : list.items)
            out += "<li>" + prose(item) + "</li>\n";
        return out + "</ul>\n";
    }
    std::string operator()(const ReportFigure& block) const {
        const Figure& figure = *block.figure;
        const int last = static_cast<int>(figure.size()) - 1;
        std::string out = "<figure>\n";
        for (const Sheet& sheet : kSheets) {
            const int first = block.places > 0 ? firstOfLast(figure, block.places) : 0;
            out += fmt::format("<div class=\"{}\">\n", sheet.cssClass);
            out += figureElement(figure, {first, last, sheet.width, sheet.height},
                                 fmt::format("{}-{}", id, sheet.cssClass));
            out += "</div>\n";
        }
        return out + fmt::format("<figcaption>{}. {}</figcaption>\n</figure>\n", escaped(figure.title),
                                 prose(figure.summary));
    }
    std::string operator()(const NamedTable& table) const { return tableHtml(table, id); }
};

} // namespace

std::string headlineHtml(const Headline& runs) {
    std::string out;
    for (const HeadlineRun& run : runs)
        out += run.emphasis == Emphasis::Normal
                   ? prose(run.text)
                   : fmt::format("<span class=\"{}\">{}</span>", inkOf(run.emphasis), prose(run.text));
    return out;
}

// The title stands outside the box that scrolls, so that it never scrolls away.
std::string tableHtml(const NamedTable& table, std::string_view id) {
    std::string title = escaped(table.title);
    if (const std::size_t line = title.find('\n'); line != std::string::npos)
        title.replace(line, 1, "<small>").append("</small>");
    std::string out = fmt::format("<div class=\"table\"><p class=\"title\" id=\"{0}\">{1}</p>\n"
                                  "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
                                  "aria-labelledby=\"{0}\"><table aria-labelledby=\"{0}\">\n",
                                  id, title);
    out += headRow(table) + "<tbody>\n";
    for (const std::vector<std::string>& row : table.table.rows)
        out += bodyRow(table, row);
    return out + "</tbody></table></div></div>\n";
}

std::string blockHtml(const ReportBlock& block, std::string_view id) {
    return std::visit(Writer{id}, block);
}

} // namespace rotascope
