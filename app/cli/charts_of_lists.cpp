#include "app/cli/charts.h"
#include "app/cli/option_values.h"
#include "core/analysis/relative/breadth_history.h"
#include "core/figure/relative_figures.h"
#include "core/workflow/load_market.h"
#include "core/workflow/load_universe.h"
#include "core/workflow/relative_settings.h"

#include <algorithm>
#include <utility>

namespace rotascope::cli {

Result<Figure> chainChart(const ChartGround& ground) {
    const auto links =
        ground.arguments.links.empty() ? loadChain(ground.store) : parseChain(ground.arguments.links);
    const auto sessions = ground.sessions();
    if (!links || !sessions)
        return Failure(links ? sessions.error() : links.error());
    const auto market = loadMarket(ground.store, *links);
    if (!market)
        return failureOf(market);
    const auto chain = analyseChain(ground.view(*market), {*links, ground.arguments.days});
    return chain ? Result<Figure>(chainFigure(*chain, *sessions)) : failureOf(chain);
}

Result<Figure> breadthChart(const ChartGround& ground) {
    const auto universe = loadUniverse(ground.store);
    const auto sessions = ground.sessions();
    if (!universe || !sessions)
        return Failure(universe ? sessions.error() : universe.error());
    const auto named = basketNamed(universe->baskets, ground.arguments.list);
    const Basket coverage = universe->coverage();
    if (!named && ground.arguments.list != coverage.name)
        return failureOf(named);
    return breadthFigure(breadthHistory(ground.view(universe->market), named ? **named : coverage),
                         *sessions);
}

Result<Figure> groupChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto start = dateOf("--start", a.start);
    const auto universe = loadUniverse(ground.store);
    const auto sessions = ground.sessions();
    if (!start || !universe || !sessions)
        return Failure(!start ? start.error() : !universe ? universe.error() : sessions.error());
    const auto first = basketNamed(universe->baskets, a.first());
    const auto second = basketNamed(universe->baskets, a.second());
    if (!first || !second)
        return Failure(first ? second.error() : first.error());
    const auto groups = groupRatio(ground.view(universe->market), **first, **second);
    if (!groups)
        return failureOf(groups);
    const auto base = std::ranges::lower_bound(*sessions, start->value_or(Date::min())) - sessions->begin();
    return groupFigure(*groups, *sessions, static_cast<std::size_t>(base), a.days);
}

} // namespace rotascope::cli
