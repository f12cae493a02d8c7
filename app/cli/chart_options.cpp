#include "app/cli/charts.h"

#include <CLI/CLI.hpp>

namespace rotascope::cli {

namespace {

void declarePair(CLI::App& app, ChartArguments& a) {
    app.add_option(
        "--start", a.start,
        "divergence, groups: stands at 100 there; flows: sums begin there; event-path: first date of "
        "events and baseline");
    app.add_option("--view", a.view, "divergence: ratio (default), relative, legs");
    app.add_option("--sigma", a.sigma, "divergence, event-path: as in `rota zscore`");
    app.add_option("--threshold", a.threshold,
                   "divergence, event-path: z from which a session is an event (default 3)");
    app.add_option("--gap", a.gap, "divergence, event-path: sessions between events (default 63)");
    app.add_option("--days", a.days,
                   "divergence, event-path, chain, groups, trend spread: sessions of the move (default 5)");
    app.add_flag("--raw", a.raw, "divergence: the ratio as it is");
    app.add_option("--flows", a.flows, "divergence: with this fund's weekly flows below");
}

void declareEvents(CLI::App& app, ChartArguments& a) {
    app.add_option("--path", a.path, "event-path: of the small leg (default) or relative");
    app.add_option("--centre", a.centre, "event-path: mean (default) or median");
    app.add_option("--direction", a.direction, "event-path: up (default) or down");
    app.add_option("--only-if", a.onlyIf, "event-path: condition on the day, such as \"small > 0\"");
    app.add_option("--baseline", a.baseline, "event-path: all (default) or volatility");
    app.add_option("--dates", a.dates, "event-path: as in `rota events`");
    app.add_flag("--peak", a.peak, "event-path: the peak of a run instead of its first day");
    app.add_flag("--calendar", a.calendar, "event-path: horizons of calendar months");
    app.add_option("--name", a.name, "rule: what it is called");
    app.add_option("--clear-when", a.clearWhen, "rule: an episode lasts until this holds");
    app.add_option("--cool-down", a.coolDown, "rule: sessions after an episode without a new one");
}

void declareSeries(CLI::App& app, ChartArguments& a) {
    app.add_option("--indicator", a.indicator, "trend: what stands below, such as rsi (default)");
    app.add_option("--period", a.period, "flows: day, week (default), month");
    app.add_option("--unit", a.unit, "flows: usd (default), percent, z");
    app.add_option("--figure", a.figure, "funds: correlation (default), beta, return, drawdown, flow_share");
    app.add_option("--index", a.index, "leverage: the series that the fund follows");
    app.add_option("--times", a.times, "leverage: its multiple (default 3)");
    app.add_option("--horizon", a.horizon, "leverage: sessions (default 252)");
    app.add_option("--base", a.base, "leverage: measured from this date");
    app.add_flag("--adjusted", a.adjusted, "trend, leverage: dividend-adjusted closes");
    app.add_option("--links", a.links, "chain: instruments from small to large");
    app.add_option("--list", a.list, "breadth: a basket (default \"Coverage list\")");
}

void declareTrades(CLI::App& app, ChartArguments& a) {
    app.add_option(
        "--entry", a.entry,
        "pair-trade: first session (default 63 sessions ago); event-path: next (default) or close");
    app.add_option("--scale-in", a.parts, "pair-trade: equal parts at the closes of 1 to 5 sessions");
    app.add_option("--stop", a.stops, "pair-trade: as in `rota pair`; may be repeated; none")
        ->allow_extra_args(false);
    app.add_option("--carry", a.carry, "pair-trade: a year, such as -0.5%");
    app.add_option("--bracket-stop", a.bracketStop, "brackets: such as 3%");
    app.add_option("--bracket-target", a.bracketTarget, "brackets: such as 6%");
    app.add_option("--longest", a.longest, "brackets: sessions until the close (default 63)");
    app.add_option("--on", a.on,
                   "brackets: one instrument instead of the pair; event-path: spread (default) or small");
    app.add_flag("--intraday", a.intraday, "brackets: highs and lows count");
    app.add_option("--rule", a.rule, "brackets: entered after it fired; event-path: its firings");
    app.add_option("--structure", a.structure,
                   "payoff: call-spread (default), short-strangle, calendar-spread");
    app.add_option("--low", a.low, "payoff: lower strike, of today's price (default 108%)");
    app.add_option("--high", a.high, "payoff: upper strike (default 112%)");
    app.add_option("--premium", a.premium, "payoff: of today's price");
    app.add_option("--expiry", a.expiry, "payoff: sessions (default 50)");
}

} // namespace

void declareChartOptions(CLI::App& app, ChartArguments& a) {
    app.add_option("KIND", a.kind,
                   "divergence, trend, flows, funds, leverage, chain, groups, breadth, event-path, rule, "
                   "pair-trade, brackets, payoff, yields, long-run, year-ends")
        ->required();
    app.add_option(
        "SUBJECT", a.subjects,
        "trend, payoff: the instrument (trend also ratio and spread of the pair); flows: a fund or "
        "basket; funds: a basket; leverage: the fund; groups: two baskets; rule: its expression");
    app.add_option("--from", a.from, "First date shown");
    app.add_option("--to", a.to, "Last date shown");
    declarePair(app, a);
    declareEvents(app, a);
    declareSeries(app, a);
    declareTrades(app, a);
}

} // namespace rotascope::cli
