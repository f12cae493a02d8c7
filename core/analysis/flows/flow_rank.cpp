#include "core/analysis/flows/flow_rank.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr days kOneWeek{7};

/// The first of the weeks that `window` counts back from week `at`.
std::size_t firstIn(std::span<const FlowWeek> weeks, std::size_t at, int window) {
    const Date after = weeks[at].end - kOneWeek * window;
    std::size_t first = at;
    while (first > 0 && weeks[first - 1].end > after)
        --first;
    return first;
}

std::size_t firstOf(std::span<const FlowWeek> weeks, std::size_t at, RankWindow window) {
    if (window == RankWindow::All)
        return 0;
    if (window == RankWindow::FiftyTwoWeeks)
        return firstIn(weeks, at, kYearOfWeeks);
    std::size_t first = at;
    while (first > 0 && yearOf(weeks[first - 1].end) == yearOf(weeks[at].end))
        --first;
    return first;
}

int signOf(double value) {
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

Date monthOn(Date date) {
    return date - days{static_cast<int>(dayOfMonth(date)) - 1};
}

} // namespace

double countedValue(const FlowWeek& week, FlowMeasure measure) {
    if (!week.isCounted())
        return kNone;
    return measure == FlowMeasure::Usd ? week.usd : week.percent();
}

FlowZ flowZ(std::span<const FlowWeek> weeks, std::size_t at, FlowMeasure measure, int window) {
    FlowZ out{kNone, 0};
    double mean = 0;
    double squares = 0;
    for (std::size_t i = firstIn(weeks, at, window); i <= at; ++i) {
        const double value = countedValue(weeks[i], measure);
        if (std::isnan(value))
            continue;
        const double distance = value - mean;
        mean += distance / static_cast<double>(++out.weeks);
        squares += distance * (value - mean);
    }
    if (out.weeks < fewestForZ(window) || !(squares > 0))
        return out;
    const double z =
        (countedValue(weeks[at], measure) - mean) / std::sqrt(squares / static_cast<double>(out.weeks - 1));
    out.z = std::isfinite(z) ? z : kNone;
    return out;
}

double FlowRank::percentile() const {
    return of == 0 ? kNone : static_cast<double>(of - rank + 1) / static_cast<double>(of);
}

FlowRank flowRank(std::span<const FlowWeek> weeks, std::size_t at, FlowMeasure measure, RankWindow window) {
    const double own = countedValue(weeks[at], measure);
    if (std::isnan(own))
        return {};
    FlowRank out{1, 0};
    for (std::size_t i = firstOf(weeks, at, window); i <= at; ++i) {
        const double value = countedValue(weeks[i], measure);
        out.of += std::isnan(value) ? 0 : 1;
        out.rank += value > own ? 1 : 0;
    }
    return out;
}

int flowStreak(std::span<const FlowWeek> weeks, std::size_t at) {
    const int sign = signOf(countedValue(weeks[at], FlowMeasure::Usd));
    int length = 0;
    for (std::size_t i = at + 1; i-- > 0 && sign != 0;) {
        const bool follows = i == at || weeks[i + 1].end - weeks[i].end == kOneWeek;
        if (!follows || signOf(countedValue(weeks[i], FlowMeasure::Usd)) != sign)
            break;
        ++length;
    }
    return sign * length;
}

double sumOfWeeks(std::span<const FlowWeek> weeks, std::size_t at, int count) {
    const std::size_t first = firstIn(weeks, at, count);
    if (at - first + 1 != static_cast<std::size_t>(count))
        return kNone;
    double sum = 0;
    for (std::size_t i = first; i <= at; ++i)
        sum += countedValue(weeks[i], FlowMeasure::Usd);
    return sum;
}

DaySum sumOfDays(const DayFlows& flows, Date since, Date date) {
    DaySum out;
    for (std::size_t i = firstAfter(flows, since); i < flows.size() && flows[i].date() <= date; ++i) {
        if (flows[i].suspect) {
            ++out.leftOut;
            continue;
        }
        out.usd += flows[i].usd;
        ++out.days;
    }
    if (out.days == 0)
        out.usd = kNone;
    return out;
}

std::vector<FlowMonth> flowMonths(const DayFlows& flows, Date date) {
    std::vector<FlowMonth> out;
    for (const DayFlow& flow : flows) {
        if (flow.date() > date)
            break;
        const Date month = monthOn(flow.date());
        if (out.empty() || out.back().first != month)
            out.push_back({month, 0, 0, true});
        if (flow.suspect)
            ++out.back().leftOut;
        else
            out.back().usd += flow.usd;
    }
    if (!out.empty()) {
        out.front().isComplete = sessionsBetween(out.front().first - days{1}, flows.front().since()) == 0;
        const Date end = addMonths(out.back().first, 1);
        const Date last = std::min(date, flows.back().date());
        out.back().isComplete = out.back().isComplete && sessionsBetween(last, end - days{1}) == 0;
    }
    return out;
}

} // namespace rotascope
