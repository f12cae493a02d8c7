#include "core/analysis/flows/fund_flows.h"

#include "core/analysis/flows/fund_input.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr days kOneWeek{7};

Date sinceOf(const FlowColumn& column, std::size_t i) {
    return column.since.empty() ? column.dates[i] - days{1} : column.since[i];
}

void append(DayFlows& out, const FlowColumn& column, std::size_t i, FlowSource source) {
    out.dates.push_back(column.dates[i]);
    out.since.push_back(sinceOf(column, i));
    out.usd.push_back(column.usd[i]);
    out.source.push_back(source);
    out.suspect.push_back(0);
}

void reserve(DayFlows& out, std::size_t size) {
    out.dates.reserve(size);
    out.since.reserve(size);
    out.usd.reserve(size);
    out.source.reserve(size);
    out.suspect.reserve(size);
}

/// Adds the flows of a source on dates that no more believed one has. A flow over several days is no flow
/// where a value of one of those days stands already: the money would count twice.
DayFlows filledUp(const DayFlows& taken, const FlowColumn& column, FlowSource source) {
    DayFlows out;
    reserve(out, taken.size() + column.size());
    std::size_t at = 0;
    const auto keepUntil = [&](Date date) {
        for (; at < taken.size() && taken.dates[at] <= date; ++at) {
            out.dates.push_back(taken.dates[at]);
            out.since.push_back(taken.since[at]);
            out.usd.push_back(taken.usd[at]);
            out.source.push_back(taken.source[at]);
            out.suspect.push_back(0);
        }
    };
    for (std::size_t i = 0; i < column.size(); ++i) {
        keepUntil(column.dates[i]);
        // The last one kept lies on this date or before it; one after it may reach back over it.
        const bool doubled = (!out.dates.empty() && sinceOf(column, i) < out.dates.back()) ||
                             (at < taken.size() && taken.since[at] < column.dates[i]);
        if (!doubled)
            append(out, column, i, source);
    }
    keepUntil(Date::max());
    return out;
}

DayFlows merged(const FundInput& input, const std::array<FlowSource, kFlowSources>& order) {
    DayFlows out;
    for (const FlowSource source : order) {
        const FlowColumn& column = input.daily[indexOf(source)];
        if (!column.empty() && !(out.dates == column.dates))
            out = filledUp(out, column, source);
    }
    return out;
}

void markSuspects(DayFlows& flows, const Symbol& symbol, std::span<const SuspectValue> suspects) {
    for (const SuspectValue& value : suspects) {
        if (value.symbol != symbol)
            continue;
        const FlowSource source = value.field == Field::Shares ? FlowSource::Shares
                                  : value.field == Field::Aum  ? FlowSource::Assets
                                                               : FlowSource::Reported;
        const auto at = std::lower_bound(flows.dates.begin(), flows.dates.end(), value.date);
        const auto i = static_cast<std::size_t>(at - flows.dates.begin());
        if (at != flows.dates.end() && *at == value.date && flows.source[i] == source)
            flows.suspect[i] = 1;
    }
}

/// Sessions of the week that the value of day `i` stands for. Nearly always one: the day itself, or a Monday.
int coveredBy(const DayFlows& flows, std::size_t i, Date weekBefore) {
    const Date date = flows.dates[i];
    const Date since = std::max(flows.since[i], weekBefore);
    const bool overWeekend = date - since == days{3} && std::chrono::weekday{date} == std::chrono::Monday;
    const bool nextDay = date - since == days{1} && !isWeekend(date);
    return nextDay || overWeekend ? 1 : sessionsBetween(since, date);
}

/// Weeks from days; `first` walks over the days of each week.
std::vector<FlowWeek> weeksOfDays(const DayFlows& flows, const WeekCalendar& calendar) {
    const WeekSums sums = weeklySums(flows.dates, flows.usd, calendar.weekEnd());
    std::vector<FlowWeek> weeks(sums.size());
    std::size_t day = 0;
    for (std::size_t w = 0; w < sums.size(); ++w) {
        FlowWeek& week = weeks[w];
        week.end = sums.ends[w];
        week.usd = sums.usd[w];
        week.bySource.fill(kNone);
        week.expected = static_cast<std::uint8_t>(calendar.sessions(week.end));
        const Date before = week.end - kOneWeek;
        int sessions = 0;
        for (const std::size_t end = day + sums.values[w]; day < end; ++day) {
            sessions += coveredBy(flows, day, before);
            week.suspect = week.suspect || flows.suspect[day] != 0;
            week.spansBefore = week.spansBefore ||
                               (flows.since[day] < before && sessionsBetween(flows.since[day], before) > 0);
            week.source = flows.source[day];
            week.last = flows.dates[day];
        }
        week.sessions = static_cast<std::uint8_t>(std::min(sessions, int{week.expected}));
    }
    return weeks;
}

FlowWeek& weekAt(std::vector<FlowWeek>& weeks, Date end) {
    auto at = std::lower_bound(weeks.begin(), weeks.end(), end,
                               [](const FlowWeek& week, Date date) { return week.end < date; });
    if (at == weeks.end() || at->end != end) {
        at = weeks.insert(at, FlowWeek{});
        at->end = end;
        at->usd = kNone;
        at->bySource.fill(kNone);
    }
    return *at;
}

/// A source's own figure of each week, whichever source is believed.
void addOwnFigures(std::vector<FlowWeek>& weeks, const FlowColumn& column, FlowSource source,
                   std::chrono::weekday weekEnd) {
    const WeekSums sums = weeklySums(column.dates, column.usd, weekEnd);
    std::size_t at = 0;
    for (std::size_t w = 0; w < sums.size(); ++w) {
        while (at < weeks.size() && weeks[at].end < sums.ends[w])
            ++at;
        if (at < weeks.size() && weeks[at].end == sums.ends[w])
            weeks[at].bySource[indexOf(source)] = sums.usd[w];
    }
}

std::size_t placeOf(FlowSource source, const std::array<FlowSource, kFlowSources>& order) {
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), source) - order.begin());
}

/// Figures given by week. A week that has days as well keeps them where their source is believed more, or as
/// much and complete.
void addWeeklyFigures(FundFlows& fund, const FlowColumn& weekly, FlowSource source,
                      const std::array<FlowSource, kFlowSources>& order, const WeekCalendar& calendar) {
    for (std::size_t i = 0; i < weekly.size(); ++i) {
        FlowWeek& week = weekAt(fund.weeks, weekEndOn(weekly.dates[i], calendar.weekEnd()));
        week.bySource[indexOf(source)] = weekly.usd[i];
        const bool byDays = !std::isnan(week.usd);
        const std::size_t place = placeOf(source, order);
        const std::size_t placeOfDays = placeOf(week.source, order);
        if (byDays && (placeOfDays < place || (placeOfDays == place && week.isComplete())))
            continue;
        week.usd = weekly.usd[i];
        week.source = source;
        week.last = weekly.dates[i];
        week.expected = static_cast<std::uint8_t>(calendar.sessions(week.end));
        week.sessions = week.expected;
        week.suspect = week.spansBefore = false;
        if (!weekly.since.empty() && sessionsBetween(weekly.since[i], week.end - kOneWeek) > 0)
            week.spansBefore = true;
        if (!byDays)
            append(fund.days, weekly, i, source);
    }
}

void sortDays(DayFlows& flows) {
    std::vector<std::size_t> order(flows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&flows](std::size_t a, std::size_t b) { return flows.dates[a] < flows.dates[b]; });
    DayFlows out;
    for (const std::size_t i : order) {
        out.dates.push_back(flows.dates[i]);
        out.since.push_back(flows.since[i]);
        out.usd.push_back(flows.usd[i]);
        out.source.push_back(flows.source[i]);
        out.suspect.push_back(flows.suspect[i]);
    }
    flows = std::move(out);
}

/// Assets and return of each week; both windows end where the week's flow does.
void addAssetsAndReturns(FundFlows& fund, const FundInput& input) {
    LastValue aum(input.aumIsUsable ? input.aum : SeriesView{}, kOldestAssets);
    LastValue own(SeriesView{input.assets.dates, input.assets.usd}, kOldestAssets);
    LastValue before(input.close.empty() ? input.nav : input.close);
    LastValue after = before;
    for (FlowWeek& week : fund.weeks) {
        const Date start = week.end - kOneWeek;
        const double given = aum.on(start);
        const double counted = own.on(start);
        week.assetsBefore = given > 0 ? given : counted;
        week.percent = week.assetsBefore > 0 ? week.usd / week.assetsBefore : kNone;
        const double from = before.on(start);
        const double to = after.on(week.isComplete() ? week.end : week.last);
        week.weekReturn = from > 0 && to > 0 ? to / from - 1 : kNone;
    }
}

} // namespace

const FlowWeek* FundFlows::week(Date end) const {
    const auto at = weekOnOrBefore(end);
    return at && weeks[*at].end > end - kOneWeek ? &weeks[*at] : nullptr;
}

std::optional<std::size_t> FundFlows::weekOnOrBefore(Date end) const {
    const auto after = std::upper_bound(weeks.begin(), weeks.end(), end,
                                        [](Date date, const FlowWeek& week) { return date < week.end; });
    if (after == weeks.begin())
        return std::nullopt;
    return static_cast<std::size_t>(after - weeks.begin()) - 1;
}

std::optional<FundFlows> fundFlows(const MarketView& view, const Symbol& symbol, FlowSource preferred,
                                   std::span<const SuspectValue> suspects, const WeekCalendar& calendar) {
    FundFlows fund;
    const FundInput input = fundInput(view, symbol, calendar.weekEnd(), fund.odd);
    if (!input.hasFlows())
        return std::nullopt;
    fund.instrument = describeSymbol(symbol);
    if (const auto known = view.instrument(symbol))
        fund.instrument = *known;
    fund.weekEnd = input.weekEnd;
    // Figures by week that end on another day have weeks of their own; days are summed to the same ones.
    const std::optional<WeekCalendar> own =
        input.weekEnd == calendar.weekEnd() ? std::nullopt : std::optional(input.ownCalendar());
    const WeekCalendar& weeks = own ? *own : calendar;
    const auto order = sourceOrder(preferred);
    fund.days = merged(input, order);
    markSuspects(fund.days, symbol, suspects);
    fund.weeks = weeksOfDays(fund.days, weeks);
    for (const FlowSourceInfo& row : kFlowSourceRows)
        addOwnFigures(fund.weeks, input.daily[indexOf(row.source)], row.source, weeks.weekEnd());
    for (const FlowSource source : order)
        addWeeklyFigures(fund, input.weekly[indexOf(source)], source, order, weeks);
    if (!std::is_sorted(fund.days.dates.begin(), fund.days.dates.end()))
        sortDays(fund.days);
    addAssetsAndReturns(fund, input);
    fund.disagreements = disagreementsIn(input, fund.weeks);
    return fund;
}

FlowUniverse flowUniverse(const MarketView& view) {
    FlowUniverse out;
    for (const Symbol& symbol : view.symbols()) {
        const auto range = flowRange(view, symbol);
        if (!range)
            continue;
        out.symbols.push_back(symbol);
        out.range = out.range ? DateRange{std::min(out.range->first, range->first),
                                          std::max(out.range->last, range->last)}
                              : *range;
    }
    return out;
}

} // namespace rotascope
