#include "app/cli/charts.h"
#include "app/cli/option_values.h"
#include "core/analysis/trend/pair_history.h"
#include "core/figure/leverage_figure.h"
#include "core/figure/trend_figure.h"
#include "core/indicators/indicator_catalogue.h"
#include "core/workflow/load_market.h"
#include "core/workflow/load_universe.h"

#include <fmt/format.h>

#include <array>

namespace rotascope::cli {

namespace {

std::string listedIndicators() {
    std::string out;
    for (const IndicatorInfo& info : indicators())
        out += fmt::format("{}{}", out.empty() ? "" : ", ", info.id);
    return out;
}

/// One instrument's, with what is said of it in the options.
Result<TrendHistory> instrumentHistory(const ChartGround& ground, TrendFigureOptions& options) {
    const ChartArguments& a = ground.arguments;
    const Symbol symbol = canonicalSymbol(a.first());
    const Symbol& large = ground.context.common.large;
    const auto market = loadMarket(ground.store, std::array{symbol, large});
    const auto notes = loadAnnotations(ground.store);
    if (!market || !notes)
        return Failure(market ? notes.error() : market.error());
    const MarketView view = ground.view(*market);
    auto history = trendHistory(view, symbol, a.adjusted ? PriceChoice::Adjusted : PriceChoice::Close);
    if (!history)
        return history;
    if (const auto other = view.closes(large))
        compareWith(*history, *other);
    options.notes = noteMarks(annotationsOf(*notes, symbol, ground.context.common.asOf));
    options.asked = {{"", symbol}};
    if (a.adjusted)
        options.asked.emplace_back("adjusted", "");
    return history;
}

/// An instrument's, or the pair's as one series.
Result<TrendHistory> historyOf(const ChartGround& ground, const Divergence& divergence,
                               TrendFigureOptions& options) {
    for (const PairHistoryInfo& info : kPairHistories) {
        if (ground.arguments.first() != info.id)
            continue;
        options.asked = {{"", std::string(info.id)}, {"days", std::to_string(divergence.params.days)}};
        return info.history(divergence);
    }
    return instrumentHistory(ground, options);
}

} // namespace

Result<Figure> trendChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    TrendFigureOptions options;
    options.indicator = a.indicator;
    if (!indicatorNamed(a.indicator))
        return usageError("bad_option",
                          fmt::format("--indicator \"{}\" is none of {}.", a.indicator, listedIndicators()));
    const auto divergence = ground.divergence();
    if (!divergence)
        return failureOf(divergence);
    const auto history = historyOf(ground, *divergence, options);
    return history ? Result<Figure>(trendFigure(*history, divergence->pair.dates, options))
                   : failureOf(history);
}

Result<Figure> leverageChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto base = dateOf("--base", a.base);
    if (!base)
        return failureOf(base);
    if (a.horizon < 1)
        return usageError("bad_option", "--horizon takes a number of sessions.");
    LeverageParams params{canonicalSymbol(a.first()),
                          canonicalSymbol(a.index),
                          a.times,
                          *base,
                          a.adjusted ? PriceChoice::Adjusted : PriceChoice::Close,
                          ground.context.common.large};
    const auto sessions = ground.sessions();
    const auto market = loadMarket(ground.store, std::array{params.fund, params.index, params.large});
    if (!sessions || !market)
        return Failure(sessions ? market.error() : sessions.error());
    const MarketView view = ground.view(*market);
    const auto leverage = analyseLeverage(view, params);
    if (!leverage)
        return failureOf(leverage);
    const bool isIndex = leverage->index.kind == InstrumentKind::Index; // which has no dividends
    const auto index = pricedCloses(view, params.index, isIndex ? PriceChoice::Close : params.prices);
    const auto fund = pricedCloses(view, params.fund, params.prices);
    if (!index || !fund)
        return Failure(index ? fund.error() : index.error());
    return leverageFigure(*leverage, index->closes, fund->closes, *sessions,
                          static_cast<std::size_t>(a.horizon));
}

} // namespace rotascope::cli
