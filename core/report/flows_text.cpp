#include "core/report/flows_text.h"

#include "core/analysis/flows/flow_headline.h"
#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kMonthsShown = 6;

std::string rankCell(const FlowRank& rank) {
    return rank.isKnown() ? fmt::format("{} of {}", groupedCount(static_cast<long long>(rank.rank)),
                                        groupedCount(static_cast<long long>(rank.of)))
                          : "–";
}

std::string markOf(const LeagueRow& row) {
    std::string out = infoOf(row.week.source).derived ? "derived" : "reported";
    if (!row.week.isComplete())
        out += ", " + sessionsText(row.week.sessions, row.week.expected);
    if (row.week.suspect)
        out += ", open finding";
    if (row.week.spansBefore)
        out += ", gap before";
    if (row.sameIndex)
        out += ", same index";
    if (row.roundTrip)
        out += ", round trip";
    return out;
}

TextTable leagueTable(const Flows& flows) {
    TextTable table{{"fund", "$ bn", "% assets", "z 52w", "rank YTD", "52 weeks", "all, % assets", "streak",
                     "return", "source"},
                    {}};
    for (const LeagueRow& row : flows.league) {
        const bool percent = !std::isnan(row.week.percent());
        table.rows.push_back({row.symbol, billionsText(row.week.usd),
                              signedNumber(row.week.percent() * 100, 1), zText(row.z(FlowMeasure::Percent).z),
                              rankCell(row.rank(FlowMeasure::Usd, RankWindow::Year)),
                              rankCell(row.rank(FlowMeasure::Usd, RankWindow::FiftyTwoWeeks)),
                              percent ? rankCell(row.rank(FlowMeasure::Percent, RankWindow::All)) : "–",
                              row.streak == 0 ? "–" : signedNumber(row.streak, 0),
                              percentText(row.week.weekReturn), markOf(row)});
    }
    return table;
}

std::string fundList(const BasketRow& row) {
    std::string out;
    for (const Symbol& symbol : row.funds)
        out += (out.empty() ? "" : " ") + symbol;
    if (!row.leftOut.empty())
        out += fmt::format("{}left out: {}", out.empty() ? "" : "; ", listed(row.leftOut));
    if (!row.missing.empty())
        out += fmt::format("{}no figure: {}", out.empty() ? "" : "; ", listed(row.missing));
    return out;
}

TextTable basketTable(const Flows& flows) {
    TextTable table{{"basket", "$ bn", "% assets", "z 52w", "% of gross", "funds"}, {}};
    for (const BasketRow& row : flows.baskets)
        table.rows.push_back(
            {row.name, billionsText(row.usd), signedNumber(row.percent * 100, 1),
             zText(row.z.z) + (row.zMeasure == FlowMeasure::Usd && !std::isnan(row.z.z) ? " $" : ""),
             groupedNumber(row.shareOfGross * 100, 0), fundList(row)});
    return table;
}

TextTable monthTable(const FundFlows& fund, Date until) {
    TextTable table{{fund.symbol() + " by month", "$ bn", ""}, {}};
    const std::vector<FlowMonth> months = flowMonths(fund.days, until);
    const std::size_t first = months.size() > kMonthsShown ? months.size() - kMonthsShown : 0;
    for (std::size_t i = first; i < months.size(); ++i) {
        std::string note = months[i].isComplete ? "" : "so far";
        if (months[i].leftOut > 0)
            note += fmt::format("{}{} days left out", note.empty() ? "" : ", ", months[i].leftOut);
        table.rows.push_back(
            {fmt::format("{} {}", monthName(monthOf(months[i].first)), yearOf(months[i].first)),
             billionsText(months[i].usd), note});
    }
    return table;
}

std::string heading(const Flows& flows, bool isDemo) {
    return fmt::format("ETF flows · week to {} · {}{}{}\n", dayMonthYear(flows.weekEnding),
                       sessionsText(flows.sessions, flows.expected), flows.isRunning ? " so far" : "",
                       isDemo ? " · DEMO: an invented market" : "");
}

std::string figureText(double value, FlowMeasure measure) {
    return measure == FlowMeasure::Percent ? signedNumber(value * 100, 2) + " % of assets" : usdText(value);
}

std::string linkText(const FlowReturnLink& link) {
    constexpr std::array<std::string_view, 3> kWhen{"the week before", "the same week", "the week after"};
    return fmt::format("{} {} ({} to {})", kWhen[static_cast<std::size_t>(link.lag + 1)],
                       zText(link.correlation), zText(link.interval.low), zText(link.interval.high));
}

std::string linksSentence(const FlowStudy& study) {
    std::vector<std::string> texts;
    for (const FlowReturnLink& link : study.links)
        if (!std::isnan(link.correlation))
            texts.push_back(linkText(link));
    if (texts.empty())
        return {};
    return fmt::format("Correlation of {}'s weekly flow{} with its return of {}; 95 % intervals, {} weeks.",
                       study.symbol, study.onOrderDay ? ", dated on the day of the orders," : "",
                       listed(texts), groupedCount(static_cast<long long>(study.links[1].n)));
}

std::string persistenceSentence(const FlowStudy& study) {
    const FlowPersistence& p = study.persistence;
    if (p.n == 0)
        return {};
    return fmt::format(
        "The next week had the same sign in {} of {} weeks ({} to {}); weeks without a memory would in "
        "{}.",
        plainPercentText(p.same), groupedCount(static_cast<long long>(p.n)), plainPercentText(p.interval.low),
        plainPercentText(p.interval.high), plainPercentText(p.baseline));
}

std::string followerSentence(const FlowStudy& study, const HorizonOutcomes& at) {
    if (at.size == SampleSize::ListOnly)
        return {};
    const OutcomeFigures& figures = at.small;
    return fmt::format(
        "After {} of its largest inflows (top 5 % of assets so far) {} made {} in {} sessions ({} to "
        "{}); after any week {}{}.",
        figures.inference.n, study.symbol, percentText(figures.inference.mean), at.horizon,
        percentText(figures.inference.low), percentText(figures.inference.high),
        percentText(figures.baselineMean),
        std::isnan(figures.placebo) ? "" : fmt::format(", p {}", groupedNumber(figures.placebo, 2)));
}

std::string seasonSentence(const FlowStudy& study, const SeasonRow& row) {
    if (row.n == 0)
        return {};
    return fmt::format("{}{}: {} of {} were inflows, median {}; other weeks {}.",
                       row.season == FlowSeason::Thanksgiving ? "Other " : "Earlier ",
                       kFlowSeasons[static_cast<std::size_t>(row.season)].label, row.inflows, row.n,
                       figureText(row.median, study.measure), figureText(row.otherMedian, study.measure));
}

} // namespace

std::vector<std::string> studyInWords(const FlowStudy& study) {
    std::vector<std::string> out{persistenceSentence(study), linksSentence(study)};
    if (study.followers)
        for (const HorizonOutcomes& at : study.followers->horizons)
            out.push_back(followerSentence(study, at));
    for (const SeasonRow& row : study.seasons)
        out.push_back(seasonSentence(study, row));
    std::erase_if(out, [](const std::string& sentence) { return sentence.empty(); });
    return out;
}

std::string flowConventions(const Flows& flows) {
    constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};
    constexpr std::array<std::string_view, kFlowSources> kFirst{"reported flows before derived ones",
                                                                "flows from shares and NAV before others",
                                                                "flows from assets before others"};
    return fmt::format("week ends {} · {} · z of % of assets over 52 weeks · rank 1 is the largest inflow",
                       kDays[flows.params.weekEnd.c_encoding()], kFirst[indexOf(flows.params.preferred)]);
}

std::vector<NamedTable> flowTables(const Flows& flows) {
    std::vector<NamedTable> tables{{"league", "League of the week", leagueTable(flows), {9}},
                                   {"baskets", "From source to destination", basketTable(flows), {5}}};
    if (const LeagueRow* lead = leadRow(flows))
        tables.push_back({"months",
                          fmt::format("{} by month", lead->symbol),
                          monthTable(*flows.fund(lead->symbol), flows.weekEnding),
                          {2}});
    return tables;
}

std::vector<std::string> flowNotes(const Flows& flows) {
    std::vector<std::string> notes;
    if (!flows.withoutFigure.empty())
        notes.push_back(
            fmt::format("No figure this week (missing, not zero): {}.", listed(flows.withoutFigure)));
    notes.emplace_back("Money has no labels: what left one fund need not be what another took in.");
    return notes;
}

std::string flowsText(const Flows& flows, const std::vector<FlowStudy>& studies, bool isDemo) {
    std::string text = heading(flows, isDemo);
    if (const LeagueRow* lead = leadRow(flows))
        for (const std::string& sentence : weekInWords(flows, *lead))
            text += sentence + "\n";
    for (const NamedTable& table : flowTables(flows))
        text += "\n" + alignedText(table);
    for (const std::string& note : flowNotes(flows))
        text += note + "\n";
    for (const FlowStudy& study : studies) {
        text += "\n";
        for (const std::string& sentence : studyInWords(study))
            text += sentence + "\n";
    }
    if (!flows.findings.empty())
        text += "\nTo look at\n";
    for (const FlowFinding& finding : flows.findings)
        text += "  " + finding.message + "\n";
    return text + "\n" + flowConventions(flows) + "\n";
}

} // namespace rotascope
