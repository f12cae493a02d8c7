#include "core/analysis/flows/flow_wording.h"
#include "core/figure/flow_figure.h"
#include "core/market/trading_calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr days kOneWeek{7};

std::string markOf(const FlowWeek& week, bool isLast) {
    if (week.suspect)
        return "open finding";
    if (week.spansBefore)
        return "gap before";
    return isLast && !week.isComplete() ? sessionsText(week.sessions, week.expected) : "";
}

void append(FlowBars& bars, Date date, double value, std::string mark) {
    bars.dates.push_back(date);
    bars.values.push_back(value);
    bars.marks.push_back(std::move(mark));
}

double valueOf(std::span<const FlowWeek> weeks, std::size_t at, FlowUnit unit) {
    if (unit == FlowUnit::Z) {
        const double z = flowZ(weeks, at, FlowMeasure::Percent, kYearOfWeeks).z;
        return std::isnan(z) ? flowZ(weeks, at, FlowMeasure::Usd, kYearOfWeeks).z : z;
    }
    return countedValue(weeks[at], unit == FlowUnit::Usd ? FlowMeasure::Usd : FlowMeasure::Percent);
}

/// Every week from the first to the last; one without a figure stays open.
void appendWeeks(FlowBars& bars, std::span<const FlowWeek> weeks) {
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        while (!bars.dates.empty() && weeks[i].end - bars.dates.back() > kOneWeek)
            append(bars, bars.dates.back() + kOneWeek, kNone, "");
        const bool isLast = i + 1 == weeks.size();
        append(bars, weeks[i].end, valueOf(weeks, i, bars.unit), markOf(weeks[i], isLast));
        bars.lastIsRunning = isLast && !weeks[i].isComplete();
    }
}

/// Assets before the week that holds `date`; NaN unknown.
double assetsBefore(std::span<const FlowWeek> weeks, Date date) {
    const auto at = std::lower_bound(weeks.begin(), weeks.end(), date,
                                     [](const FlowWeek& week, Date day) { return week.end < day; });
    return at == weeks.end() ? kNone : at->assetsBefore;
}

double inUnit(double usd, std::span<const FlowWeek> weeks, Date date, FlowUnit unit) {
    if (unit == FlowUnit::Usd)
        return usd;
    const double assets = assetsBefore(weeks, date);
    return unit == FlowUnit::Percent && assets > 0 ? usd / assets : kNone;
}

void appendDays(FlowBars& bars, const DayFlows& flows, std::span<const FlowWeek> weeks, Date until) {
    for (const DayFlow& flow : flows) {
        if (flow.date() > until)
            break;
        if (!bars.dates.empty())
            for (Date day = nextNyseSession(bars.dates.back()); day < flow.date(); day = nextNyseSession(day))
                append(bars, day, kNone, "");
        append(bars, flow.date(), flow.suspect ? kNone : inUnit(flow.usd, weeks, flow.date(), bars.unit),
               flow.suspect ? "open finding" : "");
    }
}

void appendMonths(FlowBars& bars, const DayFlows& flows, std::span<const FlowWeek> weeks, Date until) {
    for (const FlowMonth& month : flowMonths(flows, until)) {
        const Date last = addMonths(month.first, 1) - days{1};
        while (!bars.dates.empty() && addMonths(bars.dates.back() + days{1}, 1) - days{1} < last)
            append(bars, addMonths(bars.dates.back() + days{1}, 1) - days{1}, kNone, "");
        append(bars, last, inUnit(month.usd, weeks, month.first, bars.unit), "");
        bars.lastIsRunning = !month.isComplete;
    }
    if (!bars.dates.empty() && bars.lastIsRunning) {
        bars.dates.back() = std::min(bars.dates.back(), until);
        bars.marks.back() = "so far";
    }
}

FlowBars barsOf(std::string name, const DayFlows& flows, std::span<const FlowWeek> weeks, Date until,
                FlowPeriod period, FlowUnit unit) {
    FlowBars bars;
    bars.name = std::move(name);
    bars.period = period;
    bars.unit = unit;
    bars.asOf = until;
    if (period == FlowPeriod::Week)
        appendWeeks(bars, weeks);
    else if (period == FlowPeriod::Day)
        appendDays(bars, flows, weeks, until);
    else
        appendMonths(bars, flows, weeks, until);
    return bars;
}

/// Days of several funds added up; a date counts with the funds that have it.
DayFlows addedUp(const Flows& flows, const Basket& basket) {
    DayFlows all;
    for (const Symbol& symbol : basket.funds)
        if (const FundFlows* fund = flows.fund(symbol))
            all.insert(all.end(), fund->days.begin(), fund->days.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const DayFlow& a, const DayFlow& b) { return a.day < b.day; });
    DayFlows out;
    for (const DayFlow& flow : all) {
        if (out.empty() || out.back().date() != flow.date())
            out.push_back({0, flow.day});
        out.back().usd += flow.usd;
        out.back().suspect = out.back().suspect || flow.suspect;
    }
    return out;
}

} // namespace

FlowBars fundBars(const FundFlows& fund, Date until, FlowPeriod period, FlowUnit unit) {
    const auto last = fund.weekOnOrBefore(until);
    const auto weeks = std::span(fund.weeks).first(last ? *last + 1 : 0);
    return barsOf(fund.symbol(), fund.days, weeks, until, period, unit);
}

FlowBars basketBars(const Flows& flows, const Basket& basket, FlowPeriod period, FlowUnit unit) {
    std::vector<FlowWeek> weeks = basketWeeks(flows, basket);
    std::erase_if(weeks, [&flows](const FlowWeek& week) { return week.end > flows.weekEnding; });
    const DayFlows all = period == FlowPeriod::Week ? DayFlows{} : addedUp(flows, basket);
    return barsOf(basket.name, all, weeks, flows.weekEnding, period, unit);
}

} // namespace rotascope
