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
constexpr std::ptrdiff_t kDaysForMedian = 252; ///< the latest ones

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
    const std::vector<Date>& dates = fund.days.dates;
    const auto end = std::upper_bound(dates.begin(), dates.end(), week.end) - dates.begin();
    const auto first = std::max<std::ptrdiff_t>(0, end - kDaysForMedian);
    std::vector<double> values(fund.days.usd.begin() + first, fund.days.usd.begin() + end);
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
    if (fund.odd.withoutPrice > 0 && fund.weeks.empty())
        out.push_back(finding(fund, "no_price", date, date,
                              fmt::format("{} has share counts but neither NAV nor price: no flow can be "
                                          "derived. Import its NAV or prices.",
                                          fund.symbol())));
    return out;
}

std::optional<RoundTrip> roundTripIn(const FundFlows& fund, const FlowWeek& week) {
    const double least = largeDay(fund, week);
    const DayFlows& flows = fund.days;
    const Date start = week.end - days{7};
    const auto begin = std::lower_bound(flows.dates.begin(), flows.dates.end(), start - days{7});
    std::optional<RoundTrip> found;
    for (auto i = static_cast<std::size_t>(begin - flows.dates.begin()); i < flows.size(); ++i) {
        if (flows.dates[i] > week.end || !(std::abs(flows.usd[i]) >= least))
            continue;
        for (std::size_t j = i + 1; j < flows.size() && flows.dates[j] <= week.end; ++j) {
            const bool inWeek = flows.dates[j] > start;
            if (!inWeek || !(std::abs(flows.usd[j]) >= least) || !undoEachOther(flows.usd[i], flows.usd[j]) ||
                sessionsBetween(flows.dates[i], flows.dates[j]) > kRoundTripSessions)
                continue;
            if (!found || std::abs(flows.usd[i]) > std::abs(found->firstUsd))
                found = RoundTrip{flows.dates[i], flows.dates[j], flows.usd[i], flows.usd[j]};
        }
    }
    return found;
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
