#include "app/cli/charts.h"
#include "app/cli/option_values.h"
#include "core/analysis/flows/fund_comparison.h"
#include "core/figure/comparison_figure.h"
#include "core/figure/flow_figure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rotascope::cli {

Result<ChartFlows> flowsIn(const ChartGround& ground) {
    auto desk = loadFlows(ground.store, std::array{ground.context.common.small, ground.context.common.large});
    if (!desk)
        return failureOf(desk);
    FlowParams params;
    params.preferred = desk->preferred;
    params.baskets = desk->baskets;
    params.suspects = desk->suspects;
    params.small = ground.context.common.small;
    params.large = ground.context.common.large;
    auto flows = analyseFlows(ground.view(desk->market), params);
    if (!flows)
        return failureOf(flows);
    return ChartFlows{std::move(*desk), std::move(*flows)};
}

Result<Figure> flowChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto period = placeOf("--period", a.period, kFlowPeriods);
    const auto unit = placeOf("--unit", a.unit, kFlowUnits);
    const auto start = dateOf("--start", a.start);
    if (!period || !unit || !start)
        return Failure(!period ? period.error() : !unit ? unit.error() : start.error());
    const auto held = flowsIn(ground);
    if (!held)
        return failureOf(held);
    const Flows& flows = held->flows;
    const auto asked = std::pair{static_cast<FlowPeriod>(*period), static_cast<FlowUnit>(*unit)};
    FlowBars bars;
    if (const FundFlows* fund = flows.fund(canonicalSymbol(a.first())))
        bars = fundBars(*fund, flows.weekEnding, asked.first, asked.second);
    else if (const auto basket = basketNamed(flows.params.baskets, a.first()))
        bars = basketBars(flows, **basket, asked.first, asked.second);
    else
        return failureOf(basket);
    const std::size_t first =
        *start ? static_cast<std::size_t>(std::ranges::lower_bound(bars.dates, **start) - bars.dates.begin())
               : 0;
    return flowFigure(bars, first);
}

Result<Figure> fundChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    std::array<std::string_view, kComparedFigures.size()> names;
    std::ranges::transform(kComparedFigures, names.begin(), &ComparedFigureInfo::id);
    const auto figure = placeOf("--figure", a.figure, names);
    if (!figure)
        return failureOf(figure);
    const auto held = flowsIn(ground);
    if (!held)
        return failureOf(held);
    const auto basket = basketNamed(held->desk.baskets, a.first());
    if (!basket)
        return failureOf(basket);
    const MarketView view = ground.view(held->desk.market);
    const FundComparison comparison =
        compareFunds(view, held->flows, **basket, ground.context.common.small, held->desk.facts);
    return comparisonFigure(comparison, kComparedFigures[*figure].figure);
}

} // namespace rotascope::cli
