#include "app/cli/charts.h"
#include "app/cli/option_values.h"
#include "core/analysis/seasons/seasons.h"
#include "core/analysis/yields/yield_study.h"
#include "core/figure/divergence_figure.h"
#include "core/figure/flow_figure.h"
#include "core/figure/season_figures.h"
#include "core/figure/yield_figure.h"
#include "core/workflow/load_market.h"
#include "core/workflow/load_universe.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rotascope::cli {

namespace {

Result<Figure> seasonChart(const ChartGround& ground, Figure (*draw)(const Seasons&)) {
    const std::array symbols{ground.context.common.small, ground.context.common.large};
    const auto market = loadMarket(ground.store, symbols);
    if (!market)
        return failureOf(market);
    SeasonParams params;
    params.small = symbols[0];
    params.large = symbols[1];
    const auto seasons = analyseSeasons(ground.view(*market), params);
    return seasons ? Result<Figure>(draw(*seasons)) : failureOf(seasons);
}

} // namespace

Result<Figure> divergenceChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto divergence = ground.divergence();
    if (!divergence)
        return failureOf(divergence);
    const auto view = placeOf("--view", a.view, kRelativeViews);
    const auto sigma = sigmaModeNamed(a.sigma);
    const auto start = dateOf("--start", a.start);
    if (!view || !start)
        return Failure(!view ? view.error() : start.error());
    if (!sigma || a.gap < 0)
        return usageError("bad_option",
                          "--sigma takes a mode of `rota zscore --help`, --gap a number of sessions.");
    DivergenceFigureOptions options;
    options.view = static_cast<RelativeView>(*view);
    options.sigma = *sigma;
    options.threshold = a.threshold;
    options.gap = static_cast<std::size_t>(a.gap);
    options.rebased = !a.raw;
    const auto& dates = divergence->pair.dates;
    if (*start)
        options.start = static_cast<std::size_t>(std::ranges::lower_bound(dates, **start) - dates.begin());
    Figure figure = divergenceFigure(*divergence, options);
    if (a.flows.empty())
        return figure;
    const auto flows = flowsIn(ground);
    if (!flows)
        return failureOf(flows);
    return withWeeklyFlows(std::move(figure), flows->flows, canonicalSymbol(a.flows));
}

Result<Figure> yieldChart(const ChartGround& ground) {
    const CommonOptions& common = ground.context.common;
    const auto universe = loadUniverse(ground.store);
    const auto sessions = ground.sessions();
    if (!universe || !sessions)
        return Failure(universe ? sessions.error() : universe.error());
    const MarketView view = ground.view(universe->market);
    const auto study = studyYields(view, {common.small, common.large});
    return study ? Result<Figure>(yieldFigure(*study, view, *sessions)) : failureOf(study);
}

Result<Figure> longRunChart(const ChartGround& ground) {
    return seasonChart(ground, &longRunFigure);
}

Result<Figure> yearEndChart(const ChartGround& ground) {
    return seasonChart(ground, &yearEndFigure);
}

} // namespace rotascope::cli
