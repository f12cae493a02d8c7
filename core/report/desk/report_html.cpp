#include "core/report/desk/report_html.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/report/desk/packed_results.h"
#include "core/report/desk/report_blocks.h"
#include "core/report/desk/report_css.h"
#include "core/report/desk/report_json.h"
#include "core/report/svg_elements.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

using svg::escaped;

std::string headOf(const DeskReport& report) {
    return fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                       "<title>{} · {} · Rotascope</title>\n<style>\n{}</style>\n</head>\n<body>\n"
                       "<div class=\"sheet\">\n",
                       escaped(reportTitle(report)), isoText(report.asOf), reportCss());
}

std::string navigation(const DeskReport& report) {
    std::string out = "<nav aria-label=\"Sections\">";
    for (const ReportSection& section : report.sections)
        out += fmt::format("<a href=\"#{}\">{}</a> ", section.id, escaped(section.title));
    return out + "<a href=\"#conventions\">Conventions</a> <a href=\"#provenance\">Where from</a></nav>\n";
}

std::string titleOf(const DeskReport& report) {
    std::string out =
        fmt::format("<header>\n<p class=\"brand\">Rotascope desk report</p>\n<h1>{}</h1>\n<p class=\"when\">"
                    "As of {}: nothing later is used</p>\n",
                    escaped(reportTitle(report)), weekdayDayMonthYear(report.asOf));
    if (report.demo)
        out += "<p class=\"demo\">DEMO: an invented market</p>\n";
    if (report.knownOn)
        out += fmt::format("<p class=\"past\">Values as the desk knew them at the end of {} (UTC)</p>\n",
                           dayMonthYear(*report.knownOn));
    return out + fmt::format("<p class=\"headline\">{}</p>\n", headlineHtml(report.headline)) +
           navigation(report) + "</header>\n";
}

std::string sectionHtml(const ReportSection& section) {
    std::string out =
        fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h2 id=\"{0}-h\">{1}</h2>\n", section.id,
                    escaped(section.title));
    bool inTables = false;
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        const bool isTable = std::holds_alternative<NamedTable>(section.blocks[i]);
        if (isTable != inTables)
            out += isTable ? "<div class=\"tables\">\n" : "</div>\n";
        inTables = isTable;
        out += blockHtml(section.blocks[i], fmt::format("{}-{}", section.id, i + 1));
    }
    return out + (inTables ? "</div>\n" : "") + "</section>\n";
}

/// What the figures mean, section by section, in the words that stand below them in the terminal.
std::string conventionsHtml(const DeskReport& report) {
    std::string out = "<section id=\"conventions\" aria-labelledby=\"conventions-h\">\n"
                      "<h2 id=\"conventions-h\">Conventions</h2>\n<ul class=\"conventions\">\n"
                      "<li>– is missing or not complete yet; nothing is filled forward.</li>\n";
    for (const ReportSection& section : report.sections)
        if (!section.conventions.empty())
            out += fmt::format("<li><strong>{}</strong>: {}</li>\n", escaped(section.title),
                               escaped(section.conventions));
    return out + "</ul>\n</section>\n";
}

/// Of the desk's history (so that no link in the analysis may lead here), which other desks with the same
/// values do not share.
std::string changesHtml(const ReportChanges& changes) {
    std::string out = fmt::format("<section id=\"changes\" aria-labelledby=\"changes-h\">\n"
                                  "<h2 id=\"changes-h\">{}</h2>\n<ul>\n",
                                  escaped(changesTitle(changes)));
    for (const std::string& sentence : changesShown(changes))
        out += fmt::format("<li>{}</li>\n", escaped(sentence));
    return out + "</ul>\n<p class=\"conventions\">From the desk's history when this page was written; "
                 "<code>rota verify</code> does not compute it again.</p>\n</section>\n";
}

NamedTable sourceTable(const ReportProvenance& provenance) {
    TextTable table{{"file", "SHA-256", "import", "imported (UTC)", "first", "last", "symbols"}, {}};
    constexpr std::size_t kNamed = 6;
    for (const ReportSource& source : provenance.sources) {
        std::string symbols;
        for (std::size_t i = 0; i < std::min(kNamed, source.symbols.size()); ++i)
            symbols += (i == 0 ? "" : " ") + source.symbols[i];
        if (source.symbols.size() > kNamed)
            symbols += fmt::format(" and {} more", source.symbols.size() - kNamed);
        table.rows.push_back({source.file, source.sha256, std::to_string(source.importId), source.importedAt,
                              source.range ? isoText(source.range->first) : "",
                              source.range ? isoText(source.range->last) : "", symbols});
    }
    return {"files", "Files that the values came from", std::move(table), {1, 3, 6}};
}

/// One section's figures: how each came about, and the values that it stands on.
std::string formulasHtml(const ReportProvenance& from, const ReportSection& section) {
    TextTable figures{{"figure", "value", "formula", "with its values"}, {}};
    std::vector<std::size_t> used;
    for (const ReportFormula& formula : from.formulas) {
        if (formula.section != section.id)
            continue;
        figures.rows.push_back({formula.figure, formula.value, formula.inWords, formula.withValues});
        used.insert(used.end(), formula.observations.begin(), formula.observations.end());
    }
    if (figures.rows.empty())
        return {};
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    TextTable values{{"series", "field", "day", "value", "import", "line", "as it stands there"}, {}};
    for (const std::size_t at : used) {
        const ReportObservation& one = from.observations[at];
        values.rows.push_back({one.symbol, one.field, isoText(one.date), shortestNumber(one.value),
                               std::to_string(one.importId), std::to_string(one.line), one.text});
    }
    return fmt::format("<details>\n<summary>{}: how each figure came about</summary>\n{}{}</details>\n",
                       escaped(section.title),
                       tableHtml({"formulas", section.title + ": figures", std::move(figures), {0, 2, 3}},
                                 section.id + "-formulas"),
                       tableHtml({"values",
                                  section.title + ": values they stand on; of a run of values the "
                                                  "first and the last",
                                  std::move(values),
                                  {0, 1, 6}},
                                 section.id + "-values"));
}

std::string provenanceHtml(const DeskReport& report, const std::string& digest) {
    const ReportProvenance& from = report.provenance;
    std::string out = "<section id=\"provenance\" aria-labelledby=\"provenance-h\">\n"
                      "<h2 id=\"provenance-h\">Where from</h2>\n";
    out += fmt::format("<p>Written by Rotascope {} at {} from the desk {}.</p>\n", escaped(from.program),
                       escaped(from.writtenAt), escaped(from.desk));
    if (from.askedAsOf && *from.askedAsOf != report.asOf)
        out +=
            fmt::format("<p>Asked for {}, which is no session of the pair: as of the session before.</p>\n",
                        dayMonthYear(*from.askedAsOf));
    out += tableHtml(sourceTable(from), "provenance-files");
    for (const ReportSection& section : report.sections)
        out += formulasHtml(from, section);
    out += fmt::format("<p>Results of this page as data: SHA-256 <code>{}</code>. Held against a desk by "
                       "<code>rota verify FILE</code>.</p>\n",
                       digest);
    return out + "</section>\n";
}

/// JSON that no HTML parser takes for markup: "<" cannot end the block or open a comment.
std::string embedded(const Json& value) {
    std::string out;
    for (const char c : compactText(value))
        out += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return out;
}

std::string sealed(std::string page) {
    Sha256 sum;
    sum.add(page);
    page += std::string(report_mark::kSeal) + sum.hex() + std::string(report_mark::kSealEnd);
    return page;
}

} // namespace

std::string reportHtml(const DeskReport& report) {
    Json data = reportAsJson(report);
    for (const char* shown : {"figures", "observations"}) // they stand on the page, and would double its size
        data["provenance"].erase(shown);
    packLarge(data["analysis"]["results"]);
    std::string page = headOf(report);
    page += report_mark::kAnalysis;
    page += titleOf(report);
    for (const ReportSection& section : report.sections)
        page += sectionHtml(section);
    page += conventionsHtml(report);
    page += report_mark::kAnalysisEnd;
    if (report.changes)
        page += changesHtml(*report.changes);
    page += provenanceHtml(report, data["analysis_sha256"].get<std::string>());
    page += "</div>\n";
    page += report_mark::kData;
    page += embedded(data);
    page += report_mark::kDataEnd;
    return sealed(page + "</body>\n</html>\n");
}

std::string_view analysisPart(std::string_view html) {
    const std::size_t begin = html.find(report_mark::kAnalysis);
    const std::size_t end = html.find(report_mark::kAnalysisEnd);
    return begin == std::string_view::npos || end == std::string_view::npos || end < begin
               ? std::string_view()
               : html.substr(begin, end - begin);
}

} // namespace rotascope
