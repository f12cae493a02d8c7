#include "core/analysis/flows/flow_findings.h"

#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr double kLargeShare = 0.05; ///< of assets
constexpr double kLikeSize = 0.25;
constexpr double kLikeSwitch = 0.5;
constexpr double kManyMedianDays = 8;
constexpr double kManyMedianWeeks = 3;
constexpr int kRoundTripSessions = 5;
constexpr std::size_t kFewestForMedian = 8;
constexpr std::size_t kDaysForMedian = 252; ///< the latest ones

FlowFinding finding(const FundFlows& fund, std::string_view code, Date first, Date last,
                    std::string message) {
    return {fund.symbol(), code, first, last, std::move(message)};
}

/// Median size of the values; NaN for too few.
double medianSize(std::vector<double> values) {
    for (double& value : values)
        value = std::abs(value);
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.size() < kFewestForMedian)
        return std::nan("");
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double usualWeek(const FundFlows& fund, Date until) {
    std::vector<double> values;
    for (const FlowWeek& week : fund.weeks)
        if (week.end <= until)
            values.push_back(week.usd);
    return medianSize(std::move(values));
}

/// What a day must exceed to be one side of a round trip.
double largeDay(const FundFlows& fund, const FlowWeek& week) {
    if (week.assetsBefore > 0)
        return kLargeShare * week.assetsBefore;
    const std::size_t end = firstAfter(fund.days, week.end);
    std::vector<double> values;
    for (std::size_t i = end > kDaysForMedian ? end - kDaysForMedian : 0; i < end; ++i)
        values.push_back(fund.days[i].usd);
    return kManyMedianDays * medianSize(std::move(values));
}

bool undoEachOther(double a, double b) {
    return a * b < 0 && std::abs(a + b) <= kLikeSize * std::max(std::abs(a), std::abs(b));
}

void addUnit(const FundFlows& fund, std::vector<FlowFinding>& out) {
    if (fund.odd.aumUnit.factor == 1 || fund.weeks.empty())
        return;
    out.push_back(finding(
        fund, "unit", fund.weeks.front().end, fund.weeks.back().end,
        fmt::format(
            "Assets of {} as given are about {} times {} than its other figures say: another unit? They "
            "are left out of percentages.",
            fund.symbol(), groupedCount(fund.odd.aumUnit.factor),
            fund.odd.aumUnit.sign < 0 ? "smaller" : "larger")));
}

void addDates(const FundFlows& fund, std::string_view code, const std::vector<Date>& dates, Date until,
              std::string_view one, std::string_view many, std::vector<FlowFinding>& out) {
    const auto count =
        std::count_if(dates.begin(), dates.end(), [until](Date date) { return date <= until; });
    if (count == 0)
        return;
    const Date first = dates.front();
    const Date last = dates[static_cast<std::size_t>(count) - 1];
    out.push_back(finding(
        fund, code, first, last,
        fmt::format("{} {} {}{}.", groupedCount(count), count == 1 ? one : many, fund.symbol(),
                    count == 1 ? " on " + isoText(last) : fmt::format(", the last on {}", isoText(last)))));
}

/// Calls visit(a, b) for each two of the funds that follow the index, a named before b.
template <class Visit>
void forEachPair(const SameIndex& index, std::span<const FundFlows> funds, Visit visit) {
    const auto follows = [&index](const FundFlows& fund) {
        return std::find(index.funds.begin(), index.funds.end(), fund.symbol()) != index.funds.end();
    };
    for (const FundFlows& a : funds)
        for (const FundFlows& b : funds)
            if (a.symbol() < b.symbol() && follows(a) && follows(b))
                visit(a, b);
}

} // namespace

std::vector<FlowFinding> recordFindings(const FundFlows& fund, Date date) {
    std::vector<FlowFinding> out;
    for (const Disagreement& each : fund.disagreements)
        out.push_back(finding(fund, each.unit.factor == 1 ? "disagreement" : "unit", each.first, each.last,
                              disagreementText(fund, each)));
    addUnit(fund, out);
    addDates(fund, "refused_value", fund.odd.refused, date, "share count or asset figure of zero or less of",
             "share counts or asset figures of zero or less of", out);
    addDates(fund, "duplicate_week", fund.odd.duplicateWeeks, date,
             "week has two figures, of which the later stands:",
             "weeks have two figures, of which the later "
             "stands:",
             out);
    addDates(fund, "odd_week_end", fund.odd.oddWeekEnds, date, "week ends on another day than the others of",
             "weeks end on another day than the others of", out);
    if (fund.weeks.empty() && !fund.odd.withoutPrice.empty())
        out.push_back(finding(fund, "no_price", fund.odd.withoutPrice.front(), fund.odd.withoutPrice.back(),
                              fmt::format("{} has share counts but neither NAV nor price: no flow can be "
                                          "derived. Import its NAV or prices.",
                                          fund.symbol())));
    else if (!fund.odd.withoutPrice.empty() && fund.derivesFlows())
        addDates(fund, "no_price", fund.odd.withoutPrice, date,
                 "change without a NAV or price above zero, so without a flow, of",
                 "changes without a NAV or price above zero, so without a flow, of", out);
    return out;
}

std::optional<RoundTrip> roundTripIn(const FundFlows& fund, const FlowWeek& week) {
    const DayFlows& flows = fund.days;
    const Date start = week.end - days{7};
    std::optional<double> least; // asked for only where two days undo each other
    std::optional<RoundTrip> found;
    for (std::size_t j = firstAfter(flows, start); j < flows.size() && flows[j].date() <= week.end; ++j)
        for (std::size_t i = j; i-- > 0 && flows[i].date() >= start - days{7};) {
            if (!undoEachOther(flows[i].usd, flows[j].usd) ||
                (found && std::abs(flows[i].usd) <= std::abs(found->firstUsd)))
                continue;
            least = least ? least : largeDay(fund, week);
            if (std::abs(flows[i].usd) >= *least && std::abs(flows[j].usd) >= *least &&
                sessionsBetween(flows[i].date(), flows[j].date()) <= kRoundTripSessions)
                found = RoundTrip{flows[i].date(), flows[j].date(), flows[i].usd, flows[j].usd};
        }
    return found;
}

std::optional<FlowFinding> switchFinding(const SameIndex& index, const FundFlows& a, const FlowWeek& weekOfA,
                                         const FundFlows& b, const FlowWeek& weekOfB) {
    if (!isSwitch(a, weekOfA, b, weekOfB))
        return std::nullopt;
    return finding(
        a, "same_index", weekOfA.end, weekOfA.end,
        fmt::format("{} {} and {} {} in one week: both follow the {}. Money that changes wrappers is "
                    "left out of the rotation.",
                    a.symbol(), usdText(weekOfA.usd), b.symbol(), usdText(weekOfB.usd), index.index));
}

std::optional<FlowFinding> roundTripFinding(const FundFlows& fund, const FlowWeek& week) {
    const auto trip = roundTripIn(fund, week);
    if (!trip)
        return std::nullopt;
    return finding(
        fund, "round_trip", trip->first, trip->second,
        fmt::format("{}: {} on {} and {} on {} undo each other within five sessions: a round trip, such "
                    "as a heartbeat trade, rather than a view.",
                    fund.symbol(), usdText(trip->firstUsd), dayMonthYear(trip->first),
                    usdText(trip->secondUsd), dayMonthYear(trip->second)));
}

std::vector<FlowFinding> everyFlowFinding(std::span<const FundFlows> funds, Date date) {
    std::vector<FlowFinding> out;
    const auto add = [&out](std::optional<FlowFinding> found) {
        if (found)
            out.push_back(std::move(*found));
    };
    for (const FundFlows& fund : funds) {
        const auto own = recordFindings(fund, date);
        out.insert(out.end(), own.begin(), own.end());
        for (const FlowWeek& week : fund.weeks)
            if (week.end <= date)
                add(roundTripFinding(fund, week));
    }
    for (const SameIndex& index : sameIndexFunds())
        forEachPair(index, funds, [&](const FundFlows& a, const FundFlows& b) {
            for (const FlowWeek& week : a.weeks)
                if (const FlowWeek* other = week.end <= date ? b.week(week.end) : nullptr)
                    add(switchFinding(index, a, week, b, *other));
        });
    return out;
}

bool isSwitch(const FundFlows& a, const FlowWeek& weekOfA, const FundFlows& b, const FlowWeek& weekOfB) {
    if (!(weekOfA.usd * weekOfB.usd < 0))
        return false;
    const double sizeA = std::abs(weekOfA.usd);
    const double sizeB = std::abs(weekOfB.usd);
    if (weekOfA.assetsBefore > 0 && weekOfB.assetsBefore > 0)
        return sizeA > kLargeShare * weekOfA.assetsBefore && sizeB > kLargeShare * weekOfB.assetsBefore;
    return std::min(sizeA, sizeB) >= kLikeSwitch * std::max(sizeA, sizeB) &&
           sizeA > kManyMedianWeeks * usualWeek(a, weekOfA.end) &&
           sizeB > kManyMedianWeeks * usualWeek(b, weekOfB.end);
}

} // namespace rotascope
