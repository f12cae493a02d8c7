#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/analysis/relative/breadth_history.h"
#include "core/analysis/seasons/seasons.h"
#include "core/analysis/yields/yield_study.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/divergence_figure.h"
#include "core/figure/figure_table.h"
#include "core/figure/flow_figure.h"
#include "core/figure/leverage_figure.h"
#include "core/figure/relative_figures.h"
#include "core/figure/rule_figure.h"
#include "core/figure/season_figures.h"
#include "core/figure/yield_figure.h"
#include "core/workflow/load_flows.h"
#include "core/workflow/load_market.h"
#include "core/workflow/load_rules.h"
#include "core/workflow/load_universe.h"
#include "core/workflow/relative_settings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rotascope::cli {

namespace {

struct ChartArguments {
    std::string kind;
    std::string subject;
    std::string from, to, start, base;
    std::string view = "ratio", sigma = "expanding", period = "week", unit = "usd", list = "Coverage list";
    std::string index, links, flows, name = "test", clearWhen;
    double threshold = 3, times = 3;
    int gap = 63, days = 5, horizon = 252, coolDown = 0;
    bool raw = false, adjusted = false;
};

/// What every chart may look at.
struct Ground {
    const ChartArguments& arguments;
    const Context& context;
    MarketStore& store;

    MarketView view(std::shared_ptr<const Market> market) const {
        return context.common.asOf ? MarketView::asOf(std::move(market), *context.common.asOf)
                                   : MarketView::latest(std::move(market));
    }
    Result<Divergence> divergence() const {
        const std::array symbols{context.common.small, context.common.large};
        const auto market = loadMarket(store, symbols);
        if (!market)
            return Failure(market.error());
        return analyseDivergence(view(*market), {symbols[0], symbols[1], arguments.days, false});
    }
    /// The sessions of the pair: the axis of most charts.
    Result<std::vector<Date>> sessions() const {
        const auto pair = divergence();
        return pair ? Result<std::vector<Date>>(pair->pair.dates) : Failure(pair.error());
    }
};

Result<std::optional<Date>> dateOf(std::string_view option, const std::string& text) {
    const auto date = parseIsoDate(text);
    if (text.empty() || date)
        return date;
    return usageError("bad_date",
                      fmt::format("--{} \"{}\" is not a date. Write it as YYYY-MM-DD.", option, text));
}

/// The place of a word in a list of them.
Result<std::size_t> placeOf(std::string_view option, std::string_view word,
                            std::span<const std::string_view> words) {
    const auto at = std::ranges::find(words, word);
    if (at == words.end())
        return usageError("bad_option",
                          fmt::format("--{} \"{}\" is none of {}.", option, word, fmt::join(words, ", ")));
    return static_cast<std::size_t>(at - words.begin());
}

template <class T>
Failure failureOf(const Result<T>& result) {
    return Failure(result.error());
}

Result<Flows> flowsIn(const Ground& ground) {
    const auto desk =
        loadFlows(ground.store, std::array{ground.context.common.small, ground.context.common.large});
    if (!desk)
        return failureOf(desk);
    FlowParams params;
    params.preferred = desk->preferred;
    params.baskets = desk->baskets;
    params.suspects = desk->suspects;
    params.small = ground.context.common.small;
    params.large = ground.context.common.large;
    return analyseFlows(ground.view(desk->market), params);
}

Result<Figure> divergenceChart(const Ground& ground) {
    const ChartArguments& a = ground.arguments;
    const auto divergence = ground.divergence();
    if (!divergence)
        return failureOf(divergence);
    const auto view = placeOf("view", a.view, kRelativeViews);
    const auto sigma = sigmaModeNamed(a.sigma);
    const auto start = dateOf("start", a.start);
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
    return withWeeklyFlows(std::move(figure), *flows, canonicalSymbol(a.flows));
}

Result<Figure> flowChart(const Ground& ground) {
    const ChartArguments& a = ground.arguments;
    const auto period = placeOf("period", a.period, kFlowPeriods);
    const auto unit = placeOf("unit", a.unit, kFlowUnits);
    const auto start = dateOf("start", a.start);
    if (!period || !unit || !start)
        return Failure(!period ? period.error() : !unit ? unit.error() : start.error());
    const auto flows = flowsIn(ground);
    if (!flows)
        return failureOf(flows);
    const auto asked = std::pair{static_cast<FlowPeriod>(*period), static_cast<FlowUnit>(*unit)};
    FlowBars bars;
    if (const FundFlows* fund = flows->fund(canonicalSymbol(a.subject)))
        bars = fundBars(*fund, flows->weekEnding, asked.first, asked.second);
    else if (const auto basket = basketNamed(flows->params.baskets, a.subject))
        bars = basketBars(*flows, **basket, asked.first, asked.second);
    else
        return failureOf(basket);
    const std::size_t first =
        *start ? static_cast<std::size_t>(std::ranges::lower_bound(bars.dates, **start) - bars.dates.begin())
               : 0;
    return flowFigure(bars, first);
}

Result<Figure> leverageChart(const Ground& ground) {
    const ChartArguments& a = ground.arguments;
    const auto base = dateOf("base", a.base);
    if (!base)
        return failureOf(base);
    if (a.horizon < 1)
        return usageError("bad_option", "--horizon takes a number of sessions.");
    LeverageParams params{canonicalSymbol(a.subject),
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

Result<Figure> chainChart(const Ground& ground) {
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

Result<Figure> breadthChart(const Ground& ground) {
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

Result<Figure> ruleChart(const Ground& ground) {
    const ChartArguments& a = ground.arguments;
    const auto kept = deskPlaybook(ground.store);
    const auto sessions = ground.sessions();
    if (!kept || !sessions)
        return Failure(kept ? sessions.error() : kept.error());
    const Rule rule{a.name, a.subject, a.clearWhen, a.coolDown, {}, {}, std::nullopt};
    const auto names = deskVocabulary(ground.store, *kept);
    if (!names)
        return failureOf(names);
    if (const auto sound = checkRuleIsSound(rule, *names); !sound)
        return failureOf(sound);
    const Playbook one{kept->name, {rule}, kept->flags, {}};
    const auto desk = loadRules(ground.store, one, ground.context.common.small, ground.context.common.large);
    if (!desk)
        return failureOf(desk);
    const auto reading = readPlaybook(ground.view(desk->market), one, desk->params);
    return reading ? Result<Figure>(ruleFigure(reading->rules.front(), *sessions)) : failureOf(reading);
}

Result<Figure> yieldChart(const Ground& ground) {
    const CommonOptions& common = ground.context.common;
    const auto universe = loadUniverse(ground.store);
    const auto sessions = ground.sessions();
    if (!universe || !sessions)
        return Failure(universe ? sessions.error() : universe.error());
    const MarketView view = ground.view(universe->market);
    const auto study = studyYields(view, {common.small, common.large});
    return study ? Result<Figure>(yieldFigure(*study, view, *sessions)) : failureOf(study);
}

Result<Figure> seasonChart(const Ground& ground, Figure (*draw)(const Seasons&)) {
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

Result<Figure> longRunChart(const Ground& ground) {
    return seasonChart(ground, &longRunFigure);
}

Result<Figure> yearEndChart(const Ground& ground) {
    return seasonChart(ground, &yearEndFigure);
}

/// ★ The charts that a command draws again.
struct ChartKind {
    std::string_view id;
    std::string_view subject; ///< what must follow it; empty: nothing
    Result<Figure> (*draw)(const Ground& ground);
};
constexpr auto kCharts = std::to_array<ChartKind>({
    {"divergence", "", divergenceChart},
    {"flows", "FUND or BASKET", flowChart},
    {"leverage", "FUND", leverageChart},
    {"chain", "", chainChart},
    {"breadth", "", breadthChart},
    {"rule", "EXPRESSION", ruleChart},
    {"yields", "", yieldChart},
    {"long-run", "", longRunChart},
    {"year-ends", "", yearEndChart},
});

Result<const ChartKind*> kindOf(const ChartArguments& arguments) {
    std::string known;
    for (const ChartKind& kind : kCharts) {
        if (kind.id == arguments.kind && kind.subject.empty() == arguments.subject.empty())
            return &kind;
        known += fmt::format("{}{}{}{}", known.empty() ? "" : ", ", kind.id, kind.subject.empty() ? "" : " ",
                             kind.subject);
    }
    return usageError("unknown_chart", fmt::format("rota chart knows: {}.", known));
}

Json figureJson(const Figure& figure, int first, int last) {
    Json columns = Json::array();
    Json rows = Json::array();
    const std::vector<FigureColumn> shown = figureColumns(figure);
    for (const FigureColumn& column : shown)
        columns.push_back({{"title", column.title}, {"unit", std::string(trimmed(column.unit))}});
    for (int place = std::max(first, 0); place <= last; ++place) {
        const auto at = static_cast<std::size_t>(place);
        Json row = Json::array({placeText(figure, at)});
        for (const FigureColumn& column : shown)
            row.push_back(column.values && at < column.values->size() ? jsonNumber((*column.values)[at])
                                                                      : Json());
        rows.push_back(std::move(row));
    }
    return {{"title", figure.title},
            {"summary", figure.summary},
            {"command", shownCommand(figure, first, last)},
            {"places", placeHeading(figure)},
            {"columns", std::move(columns)},
            {"rows", std::move(rows)}};
}

Result<Output> runChart(const ChartArguments& arguments, const Context& context) {
    const auto kind = kindOf(arguments);
    const auto from = dateOf("from", arguments.from);
    const auto to = dateOf("to", arguments.to);
    if (!kind || !from || !to)
        return Failure(!kind ? kind.error() : !from ? from.error() : to.error());
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return failureOf(store);
    auto figure = (*kind)->draw(Ground{arguments, context, **store});
    if (!figure)
        return failureOf(figure);
    figure->recipe =
        chartCommand(figure->recipe, context.common.small, context.common.large, context.common.asOf);
    int first = 0;
    int last = static_cast<int>(figure->size()) - 1;
    if (figure->dates && !figure->steps) {
        const auto& dates = *figure->dates;
        if (*from)
            first = static_cast<int>(std::ranges::lower_bound(dates, **from) - dates.begin());
        if (*to)
            last = static_cast<int>(std::ranges::upper_bound(dates, **to) - dates.begin()) - 1;
    }
    return Output{context.common.json ? printed(figureJson(*figure, first, last))
                                      : figureCsv(*figure, first, last),
                  {},
                  0};
}

} // namespace

CommandBody declareChart(CLI::App& app) {
    auto a = std::make_shared<ChartArguments>();
    app.description(
        "The values of a chart as CSV, the same bytes that the window saves: \"The same:\" in the head of a "
        "saved chart is the command to write here.");
    app.add_option("KIND", a->kind,
                   "divergence, flows, leverage, chain, breadth, rule, yields, long-run, year-ends")
        ->required();
    app.add_option("SUBJECT", a->subject,
                   "flows: a fund or basket; leverage: the fund; rule: its expression");
    app.add_option("--from", a->from, "First date shown");
    app.add_option("--to", a->to, "Last date shown");
    app.add_option("--start", a->start, "divergence: stands at 100 there; flows: sums begin there");
    app.add_option("--view", a->view, "divergence: ratio (default), relative, legs");
    app.add_option("--sigma", a->sigma, "divergence: as in `rota zscore`");
    app.add_option("--threshold", a->threshold, "divergence: z from which a session is an event (default 3)");
    app.add_option("--gap", a->gap, "divergence: sessions between events (default 63)");
    app.add_option("--days", a->days, "divergence, chain: sessions of the move (default 5)");
    app.add_flag("--raw", a->raw, "divergence: the ratio as it is");
    app.add_option("--flows", a->flows, "divergence: with this fund's weekly flows below");
    app.add_option("--period", a->period, "flows: day, week (default), month");
    app.add_option("--unit", a->unit, "flows: usd (default), percent, z");
    app.add_option("--index", a->index, "leverage: the series that the fund follows");
    app.add_option("--times", a->times, "leverage: its multiple (default 3)");
    app.add_option("--horizon", a->horizon, "leverage: sessions (default 252)");
    app.add_option("--base", a->base, "leverage: measured from this date");
    app.add_flag("--adjusted", a->adjusted, "leverage: dividend-adjusted closes of the fund");
    app.add_option("--links", a->links, "chain: instruments from small to large");
    app.add_option("--list", a->list, "breadth: a basket (default \"Coverage list\")");
    app.add_option("--name", a->name, "rule: what it is called");
    app.add_option("--clear-when", a->clearWhen, "rule: an episode lasts until this holds");
    app.add_option("--cool-down", a->coolDown, "rule: sessions after an episode without a new one");
    return [a](const Context& context) { return runChart(*a, context); };
}

} // namespace rotascope::cli
