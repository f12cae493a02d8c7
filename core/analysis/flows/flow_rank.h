// How unusual a week's flow is: z, rank, percentile, streak. Weeks under an open finding count nowhere.
#pragma once

#include "core/analysis/flows/fund_flows.h"

#include <span>

namespace rotascope {

enum class FlowMeasure : std::uint8_t { Usd, Percent };

constexpr int kYearOfWeeks = 52;
constexpr int kFiveYearsOfWeeks = 260;
constexpr std::size_t kFewestForRule = 8; ///< a rank among fewer weeks is shown and fires nothing

/// A window of weeks needs values in half of them: 26 of 52.
constexpr std::size_t fewestForZ(int window) {
    return static_cast<std::size_t>(window) / 2;
}

/// The figure that counts: NaN under an open finding, or without one.
double countedValue(const FlowWeek& week, FlowMeasure measure);

struct FlowZ {
    double z = 0;          ///< NaN with fewer than fewestForZ(window) weeks
    std::size_t weeks = 0; ///< that the window holds
};

/// z of week `at` over the last `window` weeks by the calendar, its own included; sample deviation.
FlowZ flowZ(std::span<const FlowWeek> weeks, std::size_t at, FlowMeasure measure, int window);

/// 1 is the largest inflow. Equal figures share the better rank. 0 of 0 where the week does not count.
struct FlowRank {
    std::size_t rank = 0;
    std::size_t of = 0;

    bool isKnown() const { return rank > 0; }
    /// Share of the weeks at or below this one, 0 to 1; NaN unknown.
    double percentile() const;
};

enum class RankWindow : std::uint8_t { Year, FiftyTwoWeeks, All };
constexpr std::size_t kRankWindows = 3;

/// Among the weeks up to `at`: those ending in its year, those of the last 52 weeks, or all.
FlowRank flowRank(std::span<const FlowWeek> weeks, std::size_t at, FlowMeasure measure, RankWindow window);

/// Weeks in a row with flows of one sign up to `at`: +3 three inflows, −2 two outflows. A week without a
/// value ends a streak.
int flowStreak(std::span<const FlowWeek> weeks, std::size_t at);

/// Sum of the last `count` weeks by the calendar; NaN unless each of them has a value that counts.
double sumOfWeeks(std::span<const FlowWeek> weeks, std::size_t at, int count);

/// Sum over the days after `since` up to `date`, those under an open finding left out.
struct DaySum {
    double usd = 0; ///< NaN without any day
    std::size_t days = 0;
    std::size_t leftOut = 0;
};
DaySum sumOfDays(const DayFlows& flows, Date since, Date date);

/// A calendar month's flow.
struct FlowMonth {
    Date first; ///< of the month
    double usd = 0;
    std::size_t leftOut = 0; ///< days under an open finding
    bool isComplete = true;  ///< false for the running month, and the first of the record
};
/// Months up to `date`, oldest first; a month without a value is not listed.
std::vector<FlowMonth> flowMonths(const DayFlows& flows, Date date);

} // namespace rotascope
