#include "core/analysis/flows/flow_study.h"

#include "core/analysis/flows/flow_followers.h"
#include "core/market/trading_calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr days kOneWeek{7};
constexpr std::size_t kFewestForLink = 10;
constexpr std::size_t kListedSeasonWeeks = 12;
constexpr double kNormal95 = 1.959963984540054;

struct Sums {
    std::size_t n = 0;
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

    void add(double a, double b) {
        ++n;
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    double correlation() const {
        const auto count = static_cast<double>(n);
        const double down = std::sqrt((count * xx - x * x) * (count * yy - y * y));
        return down > 0 ? std::clamp((count * xy - x * y) / down, -1.0, 1.0) : kNone;
    }
};

FlowReturnLink linkOf(const Sums& sums, int lag) {
    FlowReturnLink link{lag, sums.n, kNone, {kNone, kNone}};
    if (sums.n < kFewestForLink)
        return link;
    link.correlation = sums.correlation();
    const double middle = std::atanh(link.correlation);
    const double reach = kNormal95 / std::sqrt(static_cast<double>(sums.n) - 3);
    link.interval = {std::tanh(middle - reach), std::tanh(middle + reach)};
    return link;
}

bool follows(std::span<const FlowWeek> weeks, std::size_t i) {
    return i > 0 && weeks[i].end - weeks[i - 1].end == kOneWeek;
}

/// Flows by the session of the orders against the week's own return and those of its neighbours.
std::array<FlowReturnLink, 3> linksOf(std::span<const FlowWeek> flows, std::span<const FlowWeek> weeks,
                                      FlowMeasure measure) {
    std::array<Sums, 3> sums;
    std::size_t at = 0;
    for (const FlowWeek& flow : flows) {
        while (at < weeks.size() && weeks[at].end < flow.end)
            ++at;
        const double value = countedValue(flow, measure);
        if (at == weeks.size() || weeks[at].end != flow.end || std::isnan(value))
            continue;
        const std::array<double, 3> returns{
            follows(weeks, at) ? weeks[at - 1].weekReturn : kNone, weeks[at].weekReturn,
            at + 1 < weeks.size() && follows(weeks, at + 1) ? weeks[at + 1].weekReturn : kNone};
        for (std::size_t lag = 0; lag < returns.size(); ++lag)
            if (!std::isnan(returns[lag]))
                sums[lag].add(value, returns[lag]);
    }
    return {linkOf(sums[0], -1), linkOf(sums[1], 0), linkOf(sums[2], 1)};
}

/// Derived flows dated one session earlier, when the orders were placed; weeks summed anew. Assets and marks
/// are those of the week that holds the orders.
std::vector<FlowWeek> onOrderDay(const FundFlows& fund, std::span<const FlowWeek> weeks) {
    std::vector<Date> dates;
    std::vector<double> usd;
    for (const DayFlow& flow : fund.days) {
        const bool derived = infoOf(flow.source).derived;
        dates.push_back(derived ? nyseSessionOnOrBefore(flow.date() - days{1}) : flow.date());
        usd.push_back(flow.usd);
    }
    const WeekSums sums = weeklySums(dates, usd, fund.weekEnd);
    std::vector<FlowWeek> out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        while (at < weeks.size() && weeks[at].end < sums.ends[i])
            ++at;
        if (at == weeks.size() || weeks[at].end != sums.ends[i])
            continue;
        FlowWeek week = weeks[at];
        week.usd = sums.usd[i];
        // A value under a finding on a Monday belongs to orders of the week before.
        week.suspect = week.suspect || (at + 1 < weeks.size() && weeks[at + 1].suspect);
        out.push_back(week);
    }
    return out;
}

FlowPersistence persistenceOf(std::span<const FlowWeek> weeks) {
    FlowPersistence out;
    std::size_t same = 0;
    std::size_t inflows = 0;
    for (std::size_t i = 1; i < weeks.size(); ++i) {
        const double before = countedValue(weeks[i - 1], FlowMeasure::Usd);
        const double now = countedValue(weeks[i], FlowMeasure::Usd);
        if (!follows(weeks, i) || std::isnan(before * now) || before * now == 0)
            continue;
        ++out.n;
        same += before * now > 0 ? 1 : 0;
        inflows += now > 0 ? 1 : 0;
    }
    const auto n = static_cast<double>(out.n);
    const double share = out.n > 0 ? static_cast<double>(inflows) / n : kNone;
    out.same = out.n > 0 ? static_cast<double>(same) / n : kNone;
    out.interval = wilson(same, out.n);
    out.baseline = share * share + (1 - share) * (1 - share);
    return out;
}

double medianOfValues(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return medianOf(values);
}

SeasonRow seasonRow(std::span<const FlowWeek> weeks, FlowMeasure measure, FlowSeason season, Date current) {
    SeasonRow row;
    row.season = season;
    std::vector<double> inside;
    std::vector<double> others;
    for (std::size_t i = weeks.size(); i-- > 0;) {
        const double value = countedValue(weeks[i], measure);
        if (weeks[i].end == current || std::isnan(value))
            continue;
        const bool isInside = isInSeason(weeks[i].end, season);
        (isInside ? inside : others).push_back(value);
        if (!isInside)
            continue;
        row.inflows += value > 0 ? 1 : 0;
        if (season == FlowSeason::Thanksgiving || row.weeks.size() < kListedSeasonWeeks)
            row.weeks.push_back(weeks[i]);
    }
    row.n = inside.size();
    row.median = medianOfValues(std::move(inside));
    row.otherMedian = medianOfValues(std::move(others));
    return row;
}

bool hasPercent(std::span<const FlowWeek> weeks) {
    const auto known = std::count_if(weeks.begin(), weeks.end(),
                                     [](const FlowWeek& week) { return !std::isnan(week.percent()); });
    return 2 * known > static_cast<std::ptrdiff_t>(weeks.size());
}

} // namespace

bool isInSeason(Date end, FlowSeason season) {
    const Date start = end - days{6};
    if (season == FlowSeason::Thanksgiving) {
        const auto year = std::chrono::year{yearOf(end)};
        const Date thursday{year / std::chrono::November / std::chrono::Thursday[4]};
        return thursday >= start && thursday <= end;
    }
    // The last session of a month, or of a year, that one of the week's days lies in.
    for (const Date day : {start, end}) {
        const Date next = season == FlowSeason::MonthEnd
                              ? addMonths(day - days{static_cast<int>(dayOfMonth(day)) - 1}, 1)
                              : *makeDate(yearOf(day) + 1, 1, 1);
        const Date last = nyseSessionOnOrBefore(next - days{1});
        if (last >= start && last <= end)
            return true;
    }
    return false;
}

FlowStudy studyFlows(const MarketView& view, const FundFlows& fund, Date weekEnding, const Symbol& against) {
    FlowStudy study;
    study.symbol = fund.symbol();
    const auto last = fund.weekOnOrBefore(weekEnding);
    const auto weeks = std::span(fund.weeks).first(last ? *last + 1 : 0);
    study.measure = hasPercent(weeks) ? FlowMeasure::Percent : FlowMeasure::Usd;
    study.onOrderDay = fund.derivesFlows();
    study.persistence = persistenceOf(weeks);
    study.links = linksOf(onOrderDay(fund, weeks), weeks, study.measure);
    for (const FlowSeasonInfo& row : kFlowSeasons)
        study.seasons.push_back(
            seasonRow(weeks, study.measure, row.season, weeks.empty() ? weekEnding : weeks.back().end));
    study.followers = flowFollowers(view, fund.symbol(), weeks, study.measure, against);
    return study;
}

} // namespace rotascope
