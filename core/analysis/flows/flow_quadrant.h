// Flow against return of the same week, fund by fund.
#pragma once

#include "core/analysis/flows/flows.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace rotascope {

/// What the flow is measured in: z where it is known, else the next best that most funds have.
enum class FlowQuadrantUnit : std::uint8_t { Z, Percent, Usd };

struct FlowPlace {
    double flow = 0;       ///< in the quadrant's unit
    double weekReturn = 0; ///< fraction
};

struct FlowPoint {
    Symbol symbol;
    FlowPlace place;
    std::vector<FlowPlace> tail; ///< the weeks before, oldest first
};

struct FlowQuadrant {
    FlowQuadrantUnit unit = FlowQuadrantUnit::Z;
    std::vector<FlowPoint> points;
    std::vector<Symbol> leftOut; ///< without a return or a figure in this unit
};

/// The funds of the rotation's baskets, each with up to `tailWeeks` weeks before.
FlowQuadrant flowQuadrant(const Flows& flows, std::size_t tailWeeks);

/// "accumulation", "dip-buying", "profit-taking", "capitulation".
std::string_view quarterOf(const FlowPlace& place);

} // namespace rotascope
