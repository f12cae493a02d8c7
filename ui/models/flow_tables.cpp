#include "ui/models/flow_tables.h"

#include "core/analysis/flows/flow_headline.h"
#include "core/analysis/flows/flow_wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

QString count(std::size_t number) {
    return qtext(groupedCount(static_cast<long long>(number)));
}

/// What the fund's name says when the pointer rests on it.
QString wordsOf(const Flows& flows, const LeagueRow& row) {
    QStringList lines{qtext(row.name)};
    for (const std::string& sentence : weekInWords(flows, row))
        lines << qtext(sentence);
    return lines.join(QLatin1Char('\n'));
}

TableCell fundCell(const Flows& flows, const LeagueRow& row) {
    TableCell cell = textCell(symbolLabel(row.symbol));
    cell.explanation = wordsOf(flows, row);
    if (row.symbol == "IWM")
        cell.strong = true;
    if (row.sameIndex || row.roundTrip || !row.week.isCounted()) {
        cell.text += QStringLiteral(" ⚑");
        cell.ink = ColourRole::Attention;
    } else if (!row.week.isComplete()) {
        cell.text += QStringLiteral(" ◔");
    }
    return cell;
}

TableCell rankCell(const LeagueRow& row) {
    const FlowRank& rank = row.rank(FlowMeasure::Usd, RankWindow::Year);
    if (!rank.isKnown())
        return figureCell(QStringLiteral("–"), std::nan(""));
    TableCell cell =
        figureCell(text("%1 of %2").arg(count(rank.rank), count(rank.of)), static_cast<double>(rank.rank));
    cell.ink = ColourRole::MutedText;
    const FlowRank& all = row.rank(FlowMeasure::Percent, RankWindow::All);
    if (all.isKnown())
        cell.explanation =
            text("%1 of %2 weeks on record in % of assets").arg(count(all.rank), count(all.of));
    return cell;
}

/// A column of dashes would only take the funds' room.
bool knowsAssets(const Flows& flows) {
    return std::any_of(flows.league.begin(), flows.league.end(),
                       [](const LeagueRow& row) { return !std::isnan(row.week.percent()); });
}

std::vector<TableColumn> leagueColumns(const Flows& flows) {
    std::vector<TableColumn> columns{
        {text("Fund"),
         text("Rows open the fund's bars. ⚑ something to look at, ◔ sessions missing"),
         true,
         {}},
        {QString(), text("Creations to the right, redemptions to the left"), false, {}},
        {text("$ bn"), text("Net flow of the week"), false, {}}};
    if (knowsAssets(flows))
        columns.push_back({text("% AUM"), text("Of the assets at the end of the week before"), false, {}});
    columns.push_back({text("rank YTD"),
                       text("Among the weeks of this year up to this one; 1 is the largest inflow"),
                       false,
                       {}});
    return columns;
}

std::vector<TableCell> leagueCells(const Flows& flows, const LeagueRow& row, double largest) {
    TableCell bar = figureCell({}, row.week.usd);
    bar.bar = largest > 0 ? row.week.usd / largest : 0;
    std::vector<TableCell> cells{fundCell(flows, row), bar,
                                 signedCell(qtext(billionsText(row.week.usd)), row.week.usd)};
    if (knowsAssets(flows))
        cells.push_back(figureCell(percentNumber(row.week.percent()), row.week.percent()));
    cells.push_back(rankCell(row));
    return cells;
}

double largestFlow(const Flows& flows) {
    double largest = 0;
    for (const LeagueRow& row : flows.league)
        largest = std::max(largest, std::abs(row.week.usd));
    return largest;
}

/// From the last day of the week before on.
DerivationRef weekFrom(const LeagueRow& row) {
    return flowFrom(row.symbol, row.week.source, row.week.end - std::chrono::days{7}, row.week.last());
}

/// Of the last week that ends before `next`: sources may change over the years.
FlowSource sourceBefore(const FundFlows& fund, Date next) {
    const auto after = std::find_if(fund.weeks.begin(), fund.weeks.end(),
                                    [next](const FlowWeek& week) { return week.last() >= next; });
    if (fund.weeks.empty())
        return FlowSource::Reported;
    return after == fund.weeks.begin() ? after->source : std::prev(after)->source;
}

TableCell percentCell(double fraction, int decimals = 1) {
    return signedCell(percentNumber(fraction, decimals), fraction);
}

TableCell numberCell(double value, int decimals) {
    return figureCell(qtext(groupedNumber(value, decimals)), value);
}

QString indexText(const ComparedFund& fund) {
    return fund.facts.index.empty() ? text("follows no index that is known here")
                                    : text("follows %1").arg(qtext(fund.facts.index));
}

std::vector<TableCell> comparisonCells(const ComparedFund& fund) {
    TableCell name = textCell(symbolLabel(fund.symbol));
    name.explanation = indexText(fund);
    TableCell tracking = percentCell(fund.trackingDifference, 2);
    tracking.explanation =
        fund.facts.index.empty()
            ? text("A tracking difference needs the fund's own index.")
            : text("less %1 over 252 sessions, price returns").arg(qtext(fund.facts.index));
    return {name,
            percentCell(fund.returns[0]),
            percentCell(fund.returns[1]),
            percentCell(fund.returns[3]),
            numberCell(fund.correlation, 2),
            numberCell(fund.beta, 2),
            percentCell(fund.drawdown),
            signedCell(qtext(billionsText(fund.thirteenWeeks)), fund.thirteenWeeks),
            figureCell(percentNumber(fund.flowShare, 0).remove(QLatin1Char('+')), fund.flowShare),
            tracking,
            numberCell(fund.facts.feePercent, 2),
            numberCell(fund.averageDollarVolume / 1e6, 0)};
}

} // namespace

TableSnapshot leagueTableOf(const Flows& flows) {
    TableSnapshot table{text("Creations and redemptions"), leagueColumns(flows), {}};
    for (const LeagueRow& row : flows.league) {
        table.rows.push_back(leagueCells(flows, row, largestFlow(flows)));
        table.rowFrom.push_back(weekFrom(row));
    }
    return table;
}

std::vector<std::size_t> shortLeague(const Flows& flows, std::size_t most) {
    std::vector<std::size_t> rows;
    const std::size_t all = flows.league.size();
    const std::size_t top = all <= most ? all : (most + 1) / 2;
    for (std::size_t i = 0; i < top; ++i)
        rows.push_back(i);
    for (std::size_t i = all <= most ? all : all - (most - top); i < all; ++i)
        rows.push_back(i);
    return rows;
}

TableSnapshot shortLeagueTableOf(const Flows& flows, std::size_t most) {
    TableSnapshot table{text("Creations and redemptions"), leagueColumns(flows), {}};
    for (const std::size_t i : shortLeague(flows, most)) {
        table.rows.push_back(leagueCells(flows, flows.league[i], largestFlow(flows)));
        table.rowFrom.push_back(weekFrom(flows.league[i]));
    }
    return table;
}

TableSnapshot flowMonthTableOf(const FundFlows& fund, Date until, std::size_t most) {
    TableSnapshot table{
        text("Flows by month"),
        {{text("Month"), {}, true, {}}, {QString(), {}, false, {}}, {text("$ bn"), {}, false, {}}},
        {}};
    const std::vector<FlowMonth> months = flowMonths(fund.days, until);
    const std::size_t first = months.size() > most ? months.size() - most : 0;
    double largest = 0;
    for (std::size_t i = first; i < months.size(); ++i)
        largest = std::max(largest, std::abs(months[i].usd));
    for (std::size_t i = months.size(); i-- > first;) {
        const FlowMonth& month = months[i];
        TableCell name = textCell(qtext(std::string(monthName(monthOf(month.first)))) +
                                  QStringLiteral(" %1").arg(yearOf(month.first)) +
                                  (month.isComplete ? QString() : text(" so far")));
        name.sortValue = dayNumber(month.first);
        TableCell bar = figureCell({}, month.usd);
        bar.bar = largest > 0 ? month.usd / largest : 0;
        table.rows.push_back({name, bar, signedCell(qtext(billionsText(month.usd)), month.usd)});
        const Date next = std::chrono::year_month_day{month.first} + std::chrono::months{1};
        table.rowFrom.push_back(flowFrom(fund.symbol(), sourceBefore(fund, next),
                                         month.first - std::chrono::days{1}, next - std::chrono::days{1}));
    }
    return table;
}

TableSnapshot comparisonTableOf(const FundComparison& comparison) {
    const QString with = text("of daily returns with %1, 63 sessions").arg(qtext(comparison.reference));
    TableSnapshot table{
        text("Funds compared"),
        {{text("Fund"), {}, true, {}},
         {text("1M %"), text("Price return over 21 sessions"), false, {}},
         {text("3M %"), text("Price return over 63 sessions"), false, {}},
         {text("12M %"), text("Price return over 252 sessions"), false, {}},
         {text("corr."), text("Correlation ") + with, false, {}},
         {text("β"), text("Beta ") + with, false, {}},
         {text("drawdown %"), text("From the highest close so far"), false, {}},
         {text("13w $ bn"), text("Net flow of thirteen weeks"), false, {}},
         {text("share %"), text("Of these funds' 13-week flows, by size"), false, {}},
         {text("tracking pp"), text("Fund less its own index over 252 sessions"), false, {}},
         {text("fee %"), text("A year, as typed"), false, {}},
         {text("$ m a day"), text("Traded: as typed, else 21 sessions of close × volume"), false, {}}},
        {}};
    for (const ComparedFund& fund : comparison.funds)
        table.rows.push_back(comparisonCells(fund));
    return table;
}

} // namespace rotascope
