#include "core/analysis/flows/flow_headline.h"
#include "core/analysis/flows/flow_study.h"
#include "core/analysis/flows/flow_wording.h"
#include "core/figure/derivations.h"
#include "core/figure/flow_figure.h"
#include "core/report/desk/shortened_results.h"
#include "core/report/flows_json.h"
#include "core/report/flows_text.h"
#include "core/workflow/desk_report/report_formulas.h"
#include "core/workflow/desk_report/section_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace rotascope {

namespace {

constexpr std::size_t kShown = 104;  // weeks
constexpr std::size_t kFewAlike = 3; // findings that are told one by one

ReportFigure figureOf(const FundFlows& fund, Date until) {
    const FlowBars bars = fundBars(fund, until, FlowPeriod::Week, FlowUnit::Usd);
    const std::size_t start = bars.dates.size() - std::min(kShown, bars.dates.size());
    return {std::make_shared<const Figure>(flowFigure(bars, start)), kShown};
}

/// Every fund's whole record is many times as large as the page: the fund that it shows, as far as it shows
/// it.
Json resultsOf(const Flows& flows, const std::vector<FlowStudy>& studies) {
    const LeagueRow* lead = leadRow(flows);
    const Json shown = lead ? Json(lead->symbol) : Json(nullptr);
    return shortened(flowsAsJson(flows, studies), [&shown](Json& results) {
        for (const char* list : {"history", "months"}) {
            keepRows(results[list], "symbol", shown);
            keepLast(results[list], kShown);
        }
    });
}

/// The same of many funds on the same days is said once, with their names.
std::vector<std::string> findingsOf(const Flows& flows) {
    std::vector<std::string> out;
    std::map<std::tuple<std::string_view, Date, Date>, std::vector<const FlowFinding*>> alike;
    for (const FlowFinding& finding : flows.findings)
        alike[{finding.code, finding.first, finding.last}].push_back(&finding);
    for (const FlowFinding& finding : flows.findings) {
        const auto& group = alike[{finding.code, finding.first, finding.last}];
        if (group.front() != &finding && group.size() > kFewAlike)
            continue;
        std::string words = finding.message;
        if (group.size() > kFewAlike) {
            words += fmt::format(" The same of {} more:", group.size() - 1);
            for (std::size_t i = 1; i < group.size(); ++i)
                words += (i == 1 ? " " : ", ") + group[i]->symbol;
            words += ".";
        }
        out.push_back(std::move(words));
    }
    return out;
}

/// The fund that the words are about, with its record.
std::vector<FlowStudy> addLead(const FlowGround& ground, const LeagueRow& lead, ReportSection& section) {
    const Flows& flows = ground.flows;
    const FundFlows& fund = *flows.fund(lead.symbol);
    section.blocks.emplace_back(ReportText{flowHeadline(flows, lead)});
    section.blocks.emplace_back(figureOf(fund, flows.weekEnding));
    return {studyFlows(ground.view, fund, flows.weekEnding, flows.params.large)};
}

std::vector<Derivation> figuresOf(const Flows& flows) {
    std::vector<Derivation> out;
    for (const LeagueRow& row : flows.league)
        out.push_back(
            named(flowFrom(row.symbol, row.week.source, row.week.end - std::chrono::days{7}, row.week.last()),
                  row.symbol + ", week to " + dayMonthYear(row.week.end), usdText(row.week.usd)));
    return out;
}

} // namespace

Result<FilledSection> flowsSection(const ReportGround& ground) {
    if (!ground.flows)
        return Failure(ground.flows.error());
    const Flows& flows = ground.flows->flows;
    ReportSection section;
    std::vector<FlowStudy> studies;
    if (const LeagueRow* lead = leadRow(flows))
        studies = addLead(*ground.flows, *lead, section);
    for (NamedTable& table : flowTables(flows))
        section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(ReportList{"", flowNotes(flows)});
    for (const FlowStudy& study : studies)
        section.blocks.emplace_back(ReportList{study.symbol + ": what its record says", studyInWords(study)});
    section.blocks.emplace_back(ReportList{"To look at", findingsOf(flows)});
    section.conventions = flowConventions(flows);
    section.results = resultsOf(flows, studies);
    std::vector<Symbol> symbols{flows.params.small,
                                flows.params.large}; // what followed a flow is told of them
    for (const FundFlows& fund : flows.funds)
        symbols.push_back(fund.symbol());
    return FilledSection{std::move(section), std::move(symbols), figuresOf(flows)};
}

} // namespace rotascope
