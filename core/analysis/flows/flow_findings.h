// What is odd about flows: proposed, never repaired.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/analysis/flows/fund_flows.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct FlowFinding {
    Symbol symbol;
    std::string_view code; ///< "disagreement", "unit", "same_index", "round_trip", …
    Date first;
    Date last;
    std::string message;

    bool operator==(const FlowFinding&) const = default;
};

/// A switch between two funds of one index in weeks that end together, told of both; nullopt for none.
std::optional<FlowFinding> switchFinding(const SameIndex& index, const FundFlows& a, const FlowWeek& weekOfA,
                                         const FundFlows& b, const FlowWeek& weekOfB);
/// The round trip of a week; nullopt for none.
std::optional<FlowFinding> roundTripFinding(const FundFlows& fund, const FlowWeek& week);

/// All of it up to `date`: recordFindings() of each fund, the switches and the round trips of every week.
std::vector<FlowFinding> everyFlowFinding(std::span<const FundFlows> funds, Date date);

/// About one fund's record up to `date`: sources that disagree, units, refused counts, duplicated weeks.
std::vector<FlowFinding> recordFindings(const FundFlows& fund, Date date);

/// Days of one fund that undo each other: two flows of opposite signs at most five sessions apart, within a
/// quarter of each other, each above 5 % of assets (without assets: above eight times the median day of the
/// last 252).
struct RoundTrip {
    Date first;
    Date second;
    double firstUsd = 0;
    double secondUsd = 0;
};
/// The largest one with a side in the week that ends on `end`.
std::optional<RoundTrip> roundTripIn(const FundFlows& fund, const FlowWeek& week);

/// Two funds of one index that moved opposite ways in the same week, each by more than 5 % of its assets.
/// Without assets: amounts within a half of each other, each above three times its own median week.
bool isSwitch(const FundFlows& a, const FlowWeek& weekOfA, const FundFlows& b, const FlowWeek& weekOfB);

} // namespace rotascope
