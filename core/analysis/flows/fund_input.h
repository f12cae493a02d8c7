// What the view holds of one fund, as columns of flows per source.
#pragma once

#include "core/analysis/flows/fund_flows.h"

namespace rotascope {

struct FundInput {
    std::array<DayFlows, kFlowSources> daily;
    std::array<DayFlows, kFlowSources> weekly; ///< one value a week at most
    AssetColumn assets;                        ///< shares · NAV
    SeriesView aum;
    SeriesView nav;
    SeriesView close;
    bool aumIsUsable = true; ///< not where its unit contradicts shares · NAV, or flows as given
    std::chrono::weekday weekEnd = std::chrono::Friday;

    bool hasFlows() const;
    /// Weeks from the first to the last value, ending on weekEnd.
    WeekCalendar ownCalendar() const;
};

FundInput fundInput(const MarketView& view, const Symbol& symbol, std::chrono::weekday usualEnd,
                    FlowIrregularities& odd);

/// First and last date of what fundInput() would read; nullopt for an instrument without flows.
std::optional<DateRange> flowRange(const MarketView& view, const Symbol& symbol);

/// What the ratios of two sources typically are.
UnitFactor unitFactorOf(std::vector<double> ratios);

/// Sources of the same days (and figures given by week against weeks of days) that lie apart by more than a
/// tenth: by more than a million dollars, and where one is solved from assets by more than 0.1 % of them.
std::vector<Disagreement> disagreementsIn(const FundInput& input, const FundFlows& fund);

} // namespace rotascope
