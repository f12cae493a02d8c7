#include "core/analysis/flows/flows.h"

#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/pair_series.h"
#include "core/analysis/wording.h"
#include "core/market/trading_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr days kOneWeek{7};

Failure noFlows(std::string_view what) {
    return refused(
        "no_flows",
        fmt::format("{} no flows yet. Import shares outstanding with NAV (the fund's historical sheet), "
                    "assets, or flows, daily or weekly.",
                    what));
}

Result<std::vector<Symbol>> wantedFunds(const MarketView& view, const FlowUniverse& universe,
                                        const FlowParams& params) {
    if (universe.symbols.empty())
        return noFlows("This desk has");
    if (params.funds.empty())
        return universe.symbols;
    for (const Symbol& symbol : params.funds) {
        if (const auto known = view.instrument(symbol); !known)
            return Failure(known.error());
        if (std::find(universe.symbols.begin(), universe.symbols.end(), symbol) == universe.symbols.end())
            return noFlows(symbol + " has");
    }
    return params.funds;
}

/// The last week with a figure, up to the one asked for.
Result<Date> weekOf(const std::vector<FundFlows>& funds, const FlowParams& params) {
    std::optional<Date> first;
    std::optional<Date> found;
    std::optional<Date> wanted;
    if (params.week)
        wanted = weekEndOn(*params.week, params.weekEnd);
    for (const FundFlows& fund : funds) {
        if (fund.weeks.empty())
            continue;
        const Date begin = weekEndOn(fund.weeks.front().end, params.weekEnd);
        first = first ? std::min(*first, begin) : begin;
        const auto at = wanted ? fund.weekOnOrBefore(*wanted) : fund.weeks.size() - 1;
        if (at) {
            const Date end = weekEndOn(fund.weeks[*at].end, params.weekEnd);
            found = found ? std::max(*found, end) : end;
        }
    }
    if (!first)
        return noFlows("What this desk holds gives");
    if (!found)
        return refused("before_data",
                       fmt::format("The week to {} is before the first flow; the desk has weeks from "
                                   "{} on.",
                                   isoText(*wanted), isoText(*first)));
    return *found;
}

std::optional<PairWeek> pairWeek(const MarketView& view, const FlowParams& params, Date since, Date until) {
    const auto pair = alignPair(view.until(until), params.small, params.large);
    if (!pair)
        return std::nullopt;
    const auto after = std::upper_bound(pair->dates.begin(), pair->dates.end(), since);
    if (after == pair->dates.begin() || after == pair->dates.end() || since - *(after - 1) > kOldestPrice)
        return std::nullopt;
    const auto base = static_cast<std::size_t>(after - pair->dates.begin()) - 1;
    PairWeek out{params.small, params.large, 0, 0, static_cast<int>(pair->size() - 1 - base)};
    out.returnSmall = pair->small.back() / pair->small[base] - 1;
    out.returnLarge = pair->large.back() / pair->large[base] - 1;
    return out;
}

LeagueRow* rowOf(Flows& flows, std::string_view symbol) {
    const auto at = std::find_if(flows.league.begin(), flows.league.end(),
                                 [symbol](const LeagueRow& row) { return row.symbol == symbol; });
    return at == flows.league.end() ? nullptr : &*at;
}

void markSwitches(Flows& flows) {
    for (const SameIndex& index : sameIndexFunds())
        for (const std::string_view a : index.funds)
            for (const std::string_view b : index.funds) {
                LeagueRow* rowOfA = rowOf(flows, a);
                LeagueRow* rowOfB = rowOf(flows, b);
                if (a >= b || !rowOfA || !rowOfB)
                    continue;
                auto found = switchFinding(index, *flows.fund(a), rowOfA->week, *flows.fund(b), rowOfB->week);
                if (!found)
                    continue;
                rowOfA->sameIndex = rowOfB->sameIndex = true;
                flows.findings.push_back(std::move(*found));
            }
}

void markRoundTrips(Flows& flows) {
    for (LeagueRow& row : flows.league)
        if (auto found = roundTripFinding(*flows.fund(row.symbol), row.week)) {
            row.roundTrip = true;
            flows.findings.push_back(std::move(*found));
        }
}

void addFinding(Flows& flows, const LeagueRow& row, std::string_view code, std::string_view what) {
    flows.findings.push_back(
        {row.symbol, code, row.week.end, row.week.end,
         fmt::format("{}: the week to {} {}", row.symbol, dayMonthYear(row.week.end), what)});
}

void addFindings(Flows& flows) {
    markSwitches(flows);
    markRoundTrips(flows);
    for (const LeagueRow& row : flows.league) {
        if (row.week.suspect)
            addFinding(flows, row, "open_finding",
                       "holds a value under an open finding (rota quality): it has no rank and no z until "
                       "the finding "
                       "is accepted.");
        if (row.week.spansBefore)
            addFinding(
                flows, row, "gap",
                "holds the money of earlier weeks, dated at the end of a gap: it has no rank and no z.");
    }
    for (const FundFlows& fund : flows.funds) {
        auto own = recordFindings(fund, flows.weekEnding);
        flows.findings.insert(flows.findings.end(), own.begin(), own.end());
    }
}

void fillLeague(Flows& flows) {
    for (const FundFlows& fund : flows.funds) {
        auto row = leagueRow(fund, flows.weekEnding);
        if (!row) {
            flows.withoutFigure.push_back(fund.symbol());
            continue;
        }
        flows.sessions = std::max(flows.sessions, int{row->week.sessions});
        flows.expected = std::max(flows.expected, int{row->week.expected});
        flows.league.push_back(std::move(*row));
    }
    std::stable_sort(flows.league.begin(), flows.league.end(),
                     [](const LeagueRow& a, const LeagueRow& b) { return a.week.usd > b.week.usd; });
    // Where any fund has the week's last session, the others have holes and nothing is still to come.
    const bool isOver = flows.range.last >= nyseSessionOnOrBefore(flows.weekEnding);
    for (LeagueRow& row : flows.league)
        row.isRunning = row.isRunning && !isOver;
    flows.isRunning = std::any_of(flows.league.begin(), flows.league.end(),
                                  [](const LeagueRow& row) { return row.isRunning; });
}

/// Where the figures end: returns beside them must not go further.
Date lastDayOf(const Flows& flows) {
    if (!flows.isRunning)
        return flows.weekEnding;
    Date last = flows.weekEnding - kOneWeek;
    for (const LeagueRow& row : flows.league)
        last = std::max(last, row.week.last());
    return last;
}

} // namespace

const FundFlows* Flows::fund(std::string_view symbol) const {
    const auto at = std::find_if(funds.begin(), funds.end(),
                                 [symbol](const FundFlows& fund) { return fund.symbol() == symbol; });
    return at == funds.end() ? nullptr : &*at;
}

const LeagueRow* Flows::row(std::string_view symbol) const {
    const auto at = std::find_if(league.begin(), league.end(),
                                 [symbol](const LeagueRow& row) { return row.symbol == symbol; });
    return at == league.end() ? nullptr : &*at;
}

std::optional<LeagueRow> leagueRow(const FundFlows& fund, Date weekEnding) {
    const auto at = fund.weekOnOrBefore(weekEnding);
    if (!at || fund.weeks[*at].end <= weekEnding - kOneWeek)
        return std::nullopt;
    const std::span<const FlowWeek> weeks = fund.weeks;
    LeagueRow row;
    row.symbol = fund.symbol();
    row.name = fund.instrument.name;
    row.week = weeks[*at];
    for (const FlowMeasure measure : {FlowMeasure::Usd, FlowMeasure::Percent}) {
        const auto m = static_cast<std::size_t>(measure);
        for (const RankWindow window : {RankWindow::Year, RankWindow::FiftyTwoWeeks, RankWindow::All})
            row.ranks[m][static_cast<std::size_t>(window)] = flowRank(weeks, *at, measure, window);
        row.zYear[m] = flowZ(weeks, *at, measure, kYearOfWeeks);
        row.zFiveYears[m] = flowZ(weeks, *at, measure, kFiveYearsOfWeeks);
    }
    row.bySource = fund.figuresOf(*at);
    row.streak = flowStreak(weeks, *at);
    row.fourWeeks = sumOfWeeks(weeks, *at, 4);
    row.thirteenWeeks = sumOfWeeks(weeks, *at, 13);
    const Date end = row.week.end;
    row.month = sumOfDays(fund.days, *makeDate(yearOf(end), monthOf(end), 1) - days{1}, end);
    row.year = sumOfDays(fund.days, *makeDate(yearOf(end), 1, 1) - days{1}, end);
    if (*at > 0 && weeks[*at - 1].end == end - kOneWeek)
        row.before = weeks[*at - 1];
    if (*at + 1 < weeks.size() && weeks[*at + 1].end == end + kOneWeek)
        row.after = weeks[*at + 1];
    row.isRunning = !row.week.isComplete() && *at + 1 == weeks.size();
    return row;
}

Result<Flows> analyseFlows(const MarketView& view, const FlowParams& params) {
    const FlowUniverse universe = flowUniverse(view);
    const auto symbols = wantedFunds(view, universe, params);
    if (!symbols)
        return Failure(symbols.error());
    Flows flows;
    flows.params = params;
    flows.range = *universe.range;
    const WeekCalendar calendar(flows.range.first, flows.range.last, params.weekEnd);
    for (const Symbol& symbol : *symbols)
        if (auto fund = fundFlows(view, symbol, params.preferred, params.suspects, calendar))
            flows.funds.push_back(std::move(*fund));
    const auto week = weekOf(flows.funds, params);
    if (!week)
        return Failure(week.error());
    flows.weekEnding = *week;
    fillLeague(flows);
    flows.pair = pairWeek(view, params, *week - kOneWeek, lastDayOf(flows));
    addFindings(flows);
    flows.baskets = basketRows(flows);
    return flows;
}

} // namespace rotascope
