// What one fund's flows have been worth knowing: whether they persist, whether they go with returns, what
// followed the largest ones, and what they do at certain times of the year.
#pragma once

#include "core/analysis/event_inference.h"
#include "core/analysis/event_outcomes.h"
#include "core/analysis/flows/flow_rank.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

/// How often the next week has the same sign.
struct FlowPersistence {
    std::size_t n = 0;   ///< pairs of weeks in a row, both with money moving
    double same = 0;     ///< share with equal signs
    Interval interval;   ///< Wilson, 95 %
    double baseline = 0; ///< what independent weeks with as many inflows would give
};

/// Correlation of a week's flow (in % of assets, else in dollars) with the return of a week.
struct FlowReturnLink {
    int lag =
        0; ///< weeks from the flow to the return: −1 the return came first, 0 same week, +1 it came after
    std::size_t n = 0;
    double correlation = 0;
    Interval interval; ///< Fisher, 95 %
};

enum class FlowSeason : std::uint8_t { Thanksgiving, YearEnd, MonthEnd };
struct FlowSeasonInfo {
    FlowSeason season;
    std::string_view id;
    std::string_view label;
};
constexpr std::array<FlowSeasonInfo, 3> kFlowSeasons{{
    {FlowSeason::Thanksgiving, "thanksgiving", "Thanksgiving weeks"},
    {FlowSeason::YearEnd, "year_end", "weeks with a year's last session"},
    {FlowSeason::MonthEnd, "month_end", "weeks with a month's last session"},
}};

/// Weeks of one kind, the latest not among them when it is the one in question.
struct SeasonRow {
    FlowSeason season = FlowSeason::Thanksgiving;
    std::size_t n = 0;
    std::size_t inflows = 0;
    double median = 0;           ///< % of assets, else dollars
    double otherMedian = 0;      ///< of all other weeks
    std::vector<FlowWeek> weeks; ///< the latest ones, newest first (Thanksgiving: all)
};

/// What followed weeks among the 5 % with the largest inflow in % of assets so far (at least 52 weeks of
/// record), held against any week. Entry at the close after the figure is known.
struct FlowFollowers {
    std::size_t weeks = 0; ///< eligible
    std::size_t events = 0;
    Symbol against; ///< the series that outcomes are relative to
    std::vector<HorizonOutcomes> horizons;
};
constexpr double kTopInflows = 0.05;
constexpr std::array<std::size_t, 3> kFollowHorizons{5, 21, 63};

struct FlowStudy {
    Symbol symbol;
    FlowMeasure measure = FlowMeasure::Percent; ///< dollars where assets are not known
    bool onOrderDay = false; ///< derived figures are moved to the session of the orders, one before
    FlowPersistence persistence;
    std::array<FlowReturnLink, 3> links{}; ///< lags −1, 0, +1
    std::vector<SeasonRow> seasons;
    std::optional<FlowFollowers> followers; ///< without prices, or without events, none
};

/// Looks at weeks up to `weekEnding`. `against`: the large-cap leg, for outcomes relative to it.
FlowStudy studyFlows(const MarketView& view, const FundFlows& fund, Date weekEnding, const Symbol& against);

/// Which seasons the week that ends on `end` belongs to.
bool isInSeason(Date end, FlowSeason season);

} // namespace rotascope
