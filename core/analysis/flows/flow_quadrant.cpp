#include "core/analysis/flows/flow_quadrant.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

std::vector<Symbol> fundsOf(const Flows& flows) {
    std::vector<Symbol> out;
    for (const Basket& basket : flows.params.baskets)
        if (basket.inRotation)
            for (const Symbol& symbol : basket.funds)
                if (flows.row(symbol) && std::find(out.begin(), out.end(), symbol) == out.end())
                    out.push_back(symbol);
    return out;
}

double flowIn(std::span<const FlowWeek> weeks, std::size_t at, FlowQuadrantUnit unit) {
    if (unit == FlowQuadrantUnit::Z)
        return flowZ(weeks, at, FlowMeasure::Percent, kYearOfWeeks).z;
    return countedValue(weeks[at],
                        unit == FlowQuadrantUnit::Percent ? FlowMeasure::Percent : FlowMeasure::Usd);
}

bool isKnown(const FlowPlace& place) {
    return !std::isnan(place.flow) && !std::isnan(place.weekReturn);
}

std::optional<FlowPoint> pointOf(const FundFlows& fund, Date weekEnding, FlowQuadrantUnit unit,
                                 std::size_t tailWeeks) {
    const auto at = fund.weekOnOrBefore(weekEnding);
    if (!at)
        return std::nullopt;
    FlowPoint point{fund.symbol(), {flowIn(fund.weeks, *at, unit), fund.weeks[*at].weekReturn}, {}};
    if (!isKnown(point.place))
        return std::nullopt;
    for (std::size_t i = *at > tailWeeks ? *at - tailWeeks : 0; i < *at; ++i) {
        const FlowPlace before{flowIn(fund.weeks, i, unit), fund.weeks[i].weekReturn};
        if (isKnown(before))
            point.tail.push_back(before);
    }
    return point;
}

FlowQuadrant quadrantIn(const Flows& flows, const std::vector<Symbol>& funds, FlowQuadrantUnit unit,
                        std::size_t tailWeeks) {
    FlowQuadrant out{unit, {}, {}};
    for (const Symbol& symbol : funds) {
        if (auto point = pointOf(*flows.fund(symbol), flows.weekEnding, unit, tailWeeks))
            out.points.push_back(std::move(*point));
        else
            out.leftOut.push_back(symbol);
    }
    return out;
}

} // namespace

std::string_view quarterOf(const FlowPlace& place) {
    if (place.flow >= 0)
        return place.weekReturn >= 0 ? "accumulation" : "dip-buying";
    return place.weekReturn >= 0 ? "profit-taking" : "capitulation";
}

FlowQuadrant flowQuadrant(const Flows& flows, std::size_t tailWeeks) {
    const std::vector<Symbol> funds = fundsOf(flows);
    const FlowQuadrant inUsd = quadrantIn(flows, funds, FlowQuadrantUnit::Usd, tailWeeks);
    for (const FlowQuadrantUnit unit : {FlowQuadrantUnit::Z, FlowQuadrantUnit::Percent}) {
        FlowQuadrant out = quadrantIn(flows, funds, unit, tailWeeks);
        if (!out.points.empty() && 2 * out.points.size() >= inUsd.points.size())
            return out;
    }
    return inUsd;
}

} // namespace rotascope
