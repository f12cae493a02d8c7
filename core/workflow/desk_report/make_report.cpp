#include "core/workflow/desk_report/make_report.h"

#include "core/analysis/aftermath.h"
#include "core/analysis/flows/flow_headline.h"
#include "core/report/split_json.h"
#include "core/workflow/desk_report/report_formulas.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/desk_report/take_look.h"
#include "core/workflow/provenance.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace rotascope {

namespace {

/// A flow older than that is no news beside the pair's last five sessions.
constexpr std::chrono::days kNews{14};

Headline headlineOf(const ReportGround& ground) {
    const LeagueRow* lead = ground.flows ? leadRow(ground.flows->flows) : nullptr;
    const bool isNews = lead && ground.divergence.asOf - lead->week.end <= kNews;
    return overviewHeadline(ground.divergence, aftermathOf(ground.divergence),
                            isNews ? flowClause(ground.flows->flows, *lead) : Headline());
}

/// The words say what is needed, not what the desk has later: a desk that ends here says the same.
FilledSection missingSection(const ReportSectionRow& row) {
    const std::string words = fmt::format("Nothing to show as of this date. It needs {}.", row.needs);
    ReportSection section;
    section.blocks.emplace_back(ReportText{{{words, Emphasis::Muted}}});
    section.results = {{"missing", words}};
    return {std::move(section), {}};
}

Result<FilledSection> madeSection(const ReportSectionRow& row, const ReportGround& ground) {
    auto made = row.make(ground);
    if (!made && made.error().kind == ErrorKind::Desk)
        return Failure(made.error());
    FilledSection out = made ? std::move(*made) : missingSection(row);
    out.section.id = row.id;
    out.section.title = row.title;
    return out;
}

/// The name alone: a report is handed on, and folders of one machine are nobody else's business.
std::string fileName(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::vector<Symbol> allSymbols(const ReportProvenance& provenance) {
    std::vector<Symbol> all;
    for (const auto& [id, symbols] : provenance.sectionSymbols)
        all.insert(all.end(), symbols.begin(), symbols.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Result<void> addSources(MarketStore& store, ReportProvenance& provenance) {
    const std::vector<Symbol> symbols = allSymbols(provenance);
    const auto imports = importsOf(store, symbols);
    if (!imports)
        return Failure(imports.error());
    for (const ImportRecord& record : *imports)
        provenance.sources.push_back({record.id, fileName(record.header.path), record.header.sha256,
                                      record.symbols, record.range, record.header.importedAt});
    const auto splits = splitsOf(store, symbols);
    if (!splits)
        return Failure(splits.error());
    for (const auto& [symbol, split] : *splits)
        provenance.adjusted.push_back(splitAsJson(symbol, split));
    return {};
}

/// What a later report compares with, and what is new since the one asked about.
Result<void> addLook(const ReportGround& ground, const ReportAsk& ask, const ReportWriter& writer,
                     DeskReport& report) {
    auto look = takeLook(ground, writer.writtenAt);
    if (!look)
        return Failure(look.error());
    report.provenance.look = *look;
    if (!ask.since)
        return {};
    const auto news = newsSince(ground, *ask.since, std::move(*look));
    if (!news)
        return Failure(news.error());
    report.changes = ReportChanges{ask.since->pair.session, changesSince(*ask.since, *news)};
    return {};
}

} // namespace

Result<DeskReport> makeReport(MarketStore& store, const ReportAsk& ask, const ReportWriter& writer) {
    const auto usual = ask.sections.empty() ? deskSections(store) : ask.sections;
    if (!usual)
        return Failure(usual.error());
    const auto rows = chosenSections(*usual);
    if (!rows)
        return Failure(rows.error());
    const auto info = store.info();
    if (!info)
        return Failure(info.error());
    const auto ground = groundOf(store, ask);
    if (!ground)
        return Failure(ground.error());
    DeskReport report{ground->small(),
                      ground->large(),
                      ground->divergence.asOf,
                      writer.knownOn,
                      info->demo,
                      headlineOf(*ground),
                      {},
                      {},
                      {}};
    report.provenance.program = writer.program;
    report.provenance.writtenAt = writer.writtenAt;
    report.provenance.desk = fileName(info->path);
    report.provenance.askedAsOf = ask.asOf;
    ReportFormulas formulas(store, report.provenance);
    for (const ReportSectionRow* row : *rows) {
        auto made = madeSection(*row, *ground);
        if (!made)
            return Failure(made.error());
        if (const auto done = formulas.add(made->section.id, made->figures, ask.asOf); !done)
            return Failure(done.error());
        report.provenance.sectionSymbols.emplace_back(made->section.id, std::move(made->symbols));
        report.sections.push_back(std::move(made->section));
    }
    if (const auto added = addLook(*ground, ask, writer, report); !added)
        return Failure(added.error());
    if (const auto added = addSources(store, report.provenance); !added)
        return Failure(added.error());
    return report;
}

} // namespace rotascope
