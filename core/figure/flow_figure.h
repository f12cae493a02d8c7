// Flows as bars, with what they add up to: the picture of the Flows page and the Overview's pane.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/figure/figure.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class FlowPeriod : std::uint8_t { Day, Week, Month };
enum class FlowUnit : std::uint8_t { Usd, Percent, Z };

constexpr std::array<std::string_view, 3> kFlowPeriods{"day", "week", "month"};
constexpr std::array<std::string_view, 3> kFlowUnits{"usd", "percent", "z"};
constexpr std::string_view nameOf(FlowPeriod period) {
    return kFlowPeriods[static_cast<std::size_t>(period)];
}
constexpr std::string_view nameOf(FlowUnit unit) {
    return kFlowUnits[static_cast<std::size_t>(unit)];
}

/// Sessions that a bar stands for, about; what a range of sessions is divided by.
constexpr int sessionsOf(FlowPeriod period) {
    return period == FlowPeriod::Day ? 1 : period == FlowPeriod::Week ? 5 : 21;
}

/// A fund's flows, or a basket's, in bars of one period without holes in time.
struct FlowBars {
    std::string name; ///< "IWM", "Small caps"
    FlowPeriod period = FlowPeriod::Week;
    FlowUnit unit = FlowUnit::Usd;
    std::vector<Date> dates;
    std::vector<double> values; ///< USD, fraction of assets, or z; NaN where there is none
    std::vector<std::string>
        marks; ///< "3 of 5 sessions", "open finding", "gap before"; empty: nothing to say
    bool lastIsRunning = false;
    Date asOf;
};

FlowBars fundBars(const FundFlows& fund, Date until, FlowPeriod period, FlowUnit unit);
FlowBars basketBars(const Flows& flows, const Basket& basket, FlowPeriod period, FlowUnit unit);

/// Bars over their running sum of four, and below what they have added up to since bar `start`.
Figure flowFigure(const FlowBars& bars, std::size_t start);

/// A pair's figure with a fund's weekly flows below, its rank in the pane's note; as it was where `flows`
/// lacks the fund.
Figure withWeeklyFlows(Figure figure, const Flows& flows, const Symbol& fund);

/// Weekly bars on the sessions of a pair, for a pane below its other ones.
Pane weeklyFlowPane(const FundFlows& fund, const std::vector<Date>& sessions);

} // namespace rotascope
