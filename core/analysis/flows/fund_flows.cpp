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

bool isBefore(const DayFlow& a, const DayFlow& b) {
    return a.day < b.day;
}

/// Adds the flows of a source on dates that no more believed one has. A flow over several days is no flow
/// where a value of one of those days stands already: the money would count twice.
void fillUp(DayFlows& taken, const DayFlows& others) {
    DayFlows added;
    std::size_t at = 0;
    for (const DayFlow& flow : others) {
        while (at < taken.size() && taken[at].date() <= flow.date())
            ++at;
        const bool overTaken = at > 0 && flow.since() < taken[at - 1].date();
        const bool overAdded = !added.empty() && flow.since() < added.back().date();
        const bool underNext = at < taken.size() && taken[at].since() < flow.date();
        if (!overTaken && !overAdded && !underNext)
            added.push_back(flow);
    }
    const auto middle = taken.insert(taken.end(), added.begin(), added.end());
    std::inplace_merge(taken.begin(), middle, taken.end(), isBefore);
}

/// The only source that has figures, so that there is nothing to merge, nor to compare; nullopt for several.
std::optional<FlowSource> onlySource(const FundInput& input) {
    std::optional<FlowSource> found;
    for (const FlowSourceInfo& row : kFlowSourceRows) {
        if (input.daily[indexOf(row.source)].empty() && input.weekly[indexOf(row.source)].empty())
            continue;
        if (found)
            return std::nullopt;
        found = row.source;
    }
    return found;
}

DayFlows merged(const FundInput& input, const std::array<FlowSource, kFlowSources>& order) {
    DayFlows out;
    for (const FlowSource source : order) {
        if (out.empty())
            out = input.daily[indexOf(source)];
        else
            fillUp(out, input.daily[indexOf(source)]);
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
        const std::size_t at = firstAfter(flows, value.date - days{1});
        if (at < flows.size() && flows[at].date() == value.date && flows[at].source == source)
            flows[at].suspect = true;
    }
}

/// Sessions of the week that a flow over several days stands for. Mostly one: a Monday after a weekend.
int coveredBy(const DayFlow& flow, Date weekBefore) {
    const Date since = std::max(flow.since(), weekBefore);
    const bool overWeekend =
        flow.date() - since == days{3} && std::chrono::weekday{flow.date()} == std::chrono::Monday;
    return overWeekend ? 1 : sessionsBetween(since, flow.date());
}

/// Whether the day so many days before a week's last one is Monday to Friday; `lastDay` is 1 for a Monday.
constexpr bool isWeekday(unsigned lastDay, unsigned daysBefore) {
    const unsigned day = lastDay > daysBefore ? lastDay - daysBefore : lastDay + 7 - daysBefore;
    return day <= 5;
}

/// Whether a flow holds the money of sessions before the week.
bool reachesBack(const DayFlow& flow, Date weekBefore) {
    return flow.since() < weekBefore && sessionsBetween(flow.since(), weekBefore) > 0;
}

FlowWeek weekOfDays(std::span<const DayFlow> flows, Date end, const WeekCalendar& calendar) {
    FlowWeek week;
    week.end = end;
    week.daysLeft = static_cast<std::uint8_t>((end - flows.back().date()).count());
    week.source = flows.back().source;
    week.expected = static_cast<std::uint8_t>(calendar.sessions(end));
    const Date before = end - kOneWeek;
    const unsigned lastDay = calendar.weekEnd().iso_encoding();
    const std::int32_t endDay = dayNumber(end);
    int sessions = 0;
    for (const DayFlow& flow : flows) {
        week.usd += flow.usd;
        week.suspect = week.suspect || flow.suspect;
        if (flow.span == 1) { // nearly always
            sessions += isWeekday(lastDay, static_cast<unsigned>(endDay - flow.day)) ? 1 : 0;
            continue;
        }
        sessions += coveredBy(flow, before);
        week.spansBefore = week.spansBefore || reachesBack(flow, before);
    }
    week.sessions = static_cast<std::uint8_t>(std::min(sessions, int{week.expected}));
    return week;
}

std::vector<FlowWeek> weeksOfDays(const DayFlows& flows, const WeekCalendar& calendar) {
    std::vector<FlowWeek> weeks;
    if (flows.empty())
        return weeks;
    const auto most = static_cast<std::size_t>((flows.back().date() - flows.front().date()) / kOneWeek) + 2;
    weeks.reserve(std::min(most, flows.size()));
    const auto dateAt = [&flows](std::size_t i) { return flows[i].date(); };
    forEachWeek(flows.size(), calendar.weekEnd(), dateAt, [&](Date end, std::size_t first, std::size_t last) {
        weeks.push_back(weekOfDays(std::span(flows).subspan(first, last - first), end, calendar));
    });
    return weeks;
}

FlowWeek& weekAt(std::vector<FlowWeek>& weeks, Date end) {
    auto at = std::lower_bound(weeks.begin(), weeks.end(), end,
                               [](const FlowWeek& week, Date date) { return week.end < date; });
    if (at == weeks.end() || at->end != end) {
        at = weeks.insert(at, FlowWeek{});
        at->end = end;
        at->usd = kNone;
    }
    return *at;
}

/// A source's own figure of each week that has one: by days, and where it gives one by week, that. One that
/// holds the money of earlier weeks is no figure of this one.
void addOwnFigures(FundFlows& fund, const FundInput& input, FlowSource source) {
    const std::size_t s = indexOf(source);
    std::size_t at = 0;
    const auto put = [&](Date end, double usd) {
        while (at < fund.weeks.size() && fund.weeks[at].end < end)
            ++at;
        if (at < fund.weeks.size() && fund.weeks[at].end == end)
            fund.ownFigures[at][s] = usd;
    };
    const DayFlows& daily = input.daily[s];
    const auto dateAt = [&daily](std::size_t i) { return daily[i].date(); };
    forEachWeek(daily.size(), fund.weekEnd, dateAt, [&](Date end, std::size_t first, std::size_t last) {
        double sum = 0;
        for (std::size_t i = first; i < last; ++i)
            sum += daily[i].usd;
        put(end, reachesBack(daily[first], end - kOneWeek) ? kNone : sum);
    });
    at = 0;
    for (const DayFlow& flow : input.weekly[s])
        put(weekEndOn(flow.date(), fund.weekEnd), flow.usd);
}

std::size_t placeOf(FlowSource source, const std::array<FlowSource, kFlowSources>& order) {
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), source) - order.begin());
}

/// Figures given by week. A week that has days as well keeps them where their source is believed more, or as
/// much and complete.
void addWeeklyFigures(FundFlows& fund, const DayFlows& weekly, FlowSource source,
                      const std::array<FlowSource, kFlowSources>& order, const WeekCalendar& calendar) {
    for (const DayFlow& flow : weekly) {
        FlowWeek& week = weekAt(fund.weeks, weekEndOn(flow.date(), calendar.weekEnd()));
        const bool byDays = !std::isnan(week.usd);
        const std::size_t place = placeOf(source, order);
        const std::size_t placeOfDays = placeOf(week.source, order);
        if (byDays && (placeOfDays < place || (placeOfDays == place && week.isComplete())))
            continue;
        week.usd = flow.usd;
        week.source = source;
        week.daysLeft = static_cast<std::uint8_t>((week.end - flow.date()).count());
        week.expected = static_cast<std::uint8_t>(calendar.sessions(week.end));
        week.sessions = week.expected;
        week.suspect = false;
        week.spansBefore = reachesBack(flow, week.end - kOneWeek);
        if (!byDays)
            fund.days.push_back(flow);
    }
}

/// Days and weeks; days are summed to weeks of the same ends as the figures given by week.
void addDaysAndWeeks(FundFlows& fund, FundInput& input, FlowSource preferred,
                     std::span<const SuspectValue> suspects, const WeekCalendar& calendar) {
    const auto order = sourceOrder(preferred);
    const auto only = onlySource(input);
    fund.days = only ? std::move(input.daily[indexOf(*only)]) : merged(input, order);
    markSuspects(fund.days, fund.symbol(), suspects);
    fund.weeks = weeksOfDays(fund.days, calendar);
    for (const FlowSource source : order)
        addWeeklyFigures(fund, input.weekly[indexOf(source)], source, order, calendar);
    if (!std::is_sorted(fund.days.begin(), fund.days.end(), isBefore))
        std::stable_sort(fund.days.begin(), fund.days.end(), isBefore);
    if (only)
        return;
    SourceFigures none;
    none.fill(kNone);
    fund.ownFigures.assign(fund.weeks.size(), none);
    for (const FlowSourceInfo& row : kFlowSourceRows)
        addOwnFigures(fund, input, row.source);
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
        const double from = before.on(start);
        const double to = after.on(week.isComplete() ? week.end : week.last());
        week.weekReturn = from > 0 && to > 0 ? to / from - 1 : kNone;
    }
}

} // namespace

const FlowWeek* FundFlows::week(Date end) const {
    const auto at = weekOnOrBefore(end);
    return at && weeks[*at].end > end - kOneWeek ? &weeks[*at] : nullptr;
}

bool FundFlows::derivesFlows() const {
    return std::any_of(days.begin(), days.end(),
                       [](const DayFlow& flow) { return infoOf(flow.source).derived; });
}

SourceFigures FundFlows::figuresOf(std::size_t week) const {
    if (!ownFigures.empty())
        return ownFigures[week];
    SourceFigures out;
    out.fill(kNone);
    out[indexOf(weeks[week].source)] = weeks[week].usd;
    return out;
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
    FundInput input = fundInput(view, symbol, calendar.weekEnd(), fund.odd);
    if (!input.hasFlows() && fund.odd.withoutPrice.empty())
        return std::nullopt; // without a price there is something to say
    fund.instrument = describeSymbol(symbol);
    if (const auto known = view.instrument(symbol))
        fund.instrument = *known;
    fund.weekEnd = input.weekEnd;
    // Figures by week that end on another day have weeks of their own.
    if (input.weekEnd == calendar.weekEnd())
        addDaysAndWeeks(fund, input, preferred, suspects, calendar);
    else
        addDaysAndWeeks(fund, input, preferred, suspects, input.ownCalendar());
    addAssetsAndReturns(fund, input);
    fund.disagreements = disagreementsIn(input, fund);
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
