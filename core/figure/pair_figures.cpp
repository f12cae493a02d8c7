#include "core/figure/pair_figures.h"

#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/on_sessions.h"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kPayoffReach = 30; ///< percent to either side of today's price

/// A column of the trade's own sessions on those of the pair.
Column onPair(const PairTrade& trade, const PairSeries& pair, const std::vector<double>& values,
              double factor = 100) {
    return onSessions(pair.dates, trade.dates, values, factor);
}

/// Where a stop is hit, on the line of the profit; two on one day share a mark.
MarkerLayer stopMarks(const PairTrade& trade, const PairSeries& pair) {
    MarkerLayer marks;
    marks.name = "stop hit";
    marks.role = ColourRole::Negative;
    for (const StopReading& stop : trade.stops) {
        if (!stop.hit)
            continue;
        const std::int32_t session = sessionOf(pair.dates, stop.hit->date);
        const std::string label = textOf(stop.rule);
        if (!marks.marks.empty() && marks.marks.back().session == session)
            marks.marks.back().label += ", " + label;
        else
            marks.marks.push_back({session, stop.hit->profit * 100, label, stop.hit->date});
    }
    return marks;
}

Pane profitPane(const PairTrade& trade, const PairSeries& pair) {
    Pane pane;
    pane.title = fmt::format("profit since {}", dayMonthYear(trade.entry));
    pane.note = "of one leg, on closes";
    pane.heightShare = 2;
    pane.axis.suffix = " %";
    pane.axis.signedTicks = true;
    const auto add = [&](std::string name, ColourRole role, const std::vector<double>& values,
                         bool emphasised) {
        LineLayer line = lineLayer(std::move(name), role, onPair(trade, pair, values), 2, " %");
        line.emphasised = emphasised;
        line.tagged = emphasised;
        line.dashed = role == ColourRole::MutedText;
        pane.layers.emplace_back(std::move(line));
    };
    add("rebalanced daily", ColourRole::Event, trade.path.daily, false);
    add("beta-neutral", ColourRole::LargeCap, trade.path.betaNeutral, false);
    if (trade.params.parts > 1)
        add("entered at once", ColourRole::MutedText, trade.lumpPath, false);
    add("never rebalanced", ColourRole::SmallCap, trade.path.neverRebalanced, true);
    pane.layers.emplace_back(stopMarks(trade, pair));
    return pane;
}

Pane fallPane(const PairTrade& trade, const PairSeries& pair) {
    Pane pane;
    pane.title = "fall from the best level";
    pane.axis.suffix = " pp";
    pane.axis.minimumHigh = 0;
    pane.layers.emplace_back(
        lineLayer("fall", ColourRole::Negative, onPair(trade, pair, trade.drawdownPath), 2, " pp"));
    return pane;
}

Pane betaPane(const PairSeries& pair) {
    const auto column = [&pair](std::size_t window) {
        return std::make_shared<const std::vector<double>>(rollingBetas(pair, window));
    };
    Pane pane;
    pane.title = "β of the long leg to the short one";
    pane.axis.decimals = 1;
    LineLayer quick = lineLayer(fmt::format("{} returns", kShortBetaWindow), ColourRole::Average2,
                                column(kShortBetaWindow), 2);
    quick.emphasised = false;
    quick.tagged = false;
    pane.layers.emplace_back(std::move(quick));
    pane.layers.emplace_back(lineLayer(fmt::format("{} returns", kTradeBetaWindow), ColourRole::Ratio,
                                       column(kTradeBetaWindow), 2));
    return pane;
}

Pane barPane(std::string title, std::string note, std::string unit, int decimals, Column values) {
    Pane pane;
    pane.title = title;
    pane.note = std::move(note);
    pane.axis.suffix = unit;
    pane.axis.signedTicks = unit == " %";
    BarLayer bars;
    bars.name = std::move(title);
    bars.values = std::move(values);
    bars.decimals = decimals;
    bars.unit = std::move(unit);
    pane.layers.emplace_back(std::move(bars));
    return pane;
}

/// Profit for the typed premium, else the worth before one; none for what has no payoff of its own.
std::optional<Pane> payoffPane(const OptionStructure& structure, const Symbol& symbol) {
    std::vector<double> values;
    for (int percent = -kPayoffReach; percent <= kPayoffReach; ++percent) {
        const double end = 1 + percent / 100.0;
        const auto value = structure.premium ? payoffAtExpiry(structure, end) : worthAtExpiry(structure, end);
        if (!value)
            return std::nullopt;
        values.push_back(*value * 100);
    }
    Pane pane;
    pane.title = structure.premium ? "profit at expiry" : "worth at expiry, before its premium";
    pane.note = fmt::format("% of {} today", symbol);
    pane.heightShare = 1.4;
    pane.axis.suffix = " %";
    pane.axis.signedTicks = true;
    LineLayer line = lineLayer(structure.premium ? "profit" : "worth", ColourRole::SmallCap,
                               std::make_shared<const std::vector<double>>(std::move(values)), 2, " %");
    line.tagged = false;
    pane.layers.emplace_back(std::move(line));
    return pane;
}

/// Fractions as percentages, those that are zero left out; false where one has no exact text.
bool addPercents(RecipeOptions& out, std::initializer_list<std::pair<std::string_view, double>> fractions) {
    for (const auto& [name, fraction] : fractions) {
        const auto text = exactPercent(fraction);
        if (!text)
            return false;
        if (fraction < 0 || fraction > 0)
            out.emplace_back(name, *text);
    }
    return true;
}

std::string recipeOf(const PairTrade& trade) {
    const PairTradeParams& params = trade.params;
    RecipeOptions out{{"entry", isoText(trade.entry)}, {"scale-in", std::to_string(params.parts)}};
    if (!addPercents(out, {{"carry", params.carryPerYear}}))
        return {};
    for (const StopRule& stop : params.stops) {
        const std::string text = textOf(stop);
        if (const auto readBack = parseStopRule(text); !readBack || !(*readBack == stop))
            return {};
        out.emplace_back("stop", text);
    }
    if (params.stops.empty())
        out.emplace_back("stop", std::string(kNoStop));
    return chartRecipe("pair-trade", out);
}

std::string recipeOf(const BracketParams& params, const BracketChoice& choice) {
    RecipeOptions out;
    if (!addPercents(out, {{"bracket-stop", params.stop}, {"bracket-target", params.target}}))
        return {};
    out.emplace_back("longest", std::to_string(params.longest));
    if (!choice.on.empty())
        out.emplace_back("on", choice.on);
    if (params.intraday)
        out.emplace_back("intraday", "");
    if (!choice.rule.empty())
        out.emplace_back("rule", choice.rule);
    return chartRecipe("brackets", out);
}

std::string recipeOf(const OptionStructure& structure, const Symbol& symbol, std::size_t sessions) {
    if (structure.low > structure.high)
        return {}; // the command refuses it
    RecipeOptions out{{"", symbol}, {"structure", std::string(nameOf(structure.kind))}};
    if (!addPercents(
            out,
            {{"low", structure.low}, {"high", structure.high}, {"premium", structure.premium.value_or(0)}}))
        return {};
    out.emplace_back("expiry", std::to_string(sessions));
    return chartRecipe("payoff", out);
}

} // namespace

Figure pairTradeFigure(const PairTrade& trade, const PairSeries& pair) {
    Figure figure;
    figure.id = "pair_trade";
    figure.title = "Pair trade";
    figure.dates = std::make_shared<const std::vector<Date>>(pair.dates);
    figure.panes = {profitPane(trade, pair), fallPane(trade, pair), betaPane(pair)};
    figure.asOfSession = static_cast<std::int32_t>(pair.size()) - 1;
    figure.summary =
        fmt::format("Profit since {}: {} never rebalanced, {} rebalanced daily, {} beta-neutral.",
                    dayMonthYear(trade.entry), percentText(trade.path.neverRebalanced.back()),
                    percentText(trade.path.daily.back()), percentText(trade.path.betaNeutral.back()));
    figure.recipe = recipeOf(trade);
    return figure;
}

Figure bracketFigure(const BracketTest& test, std::span<const Date> dates, const std::vector<Date>& sessions,
                     const BracketChoice& choice) {
    std::vector<double> results(dates.size(), kNaN);
    std::vector<double> lengths(dates.size(), kNaN);
    for (const BracketTrade& trade : test.trades) {
        if (!trade.isComplete)
            continue;
        results[trade.entry] = trade.result * 100;
        lengths[trade.entry] = static_cast<double>(trade.sessions());
    }
    Figure figure;
    figure.id = "brackets";
    figure.title = "Brackets by their entry";
    figure.dates = std::make_shared<const std::vector<Date>>(sessions);
    figure.panes.push_back(
        barPane("result by entry", "complete ones", " %", 2, onSessions(sessions, dates, results)));
    figure.panes.front().heightShare = 2;
    figure.panes.push_back(barPane("sessions held", {}, {}, 0, onSessions(sessions, dates, lengths)));
    std::get<BarLayer>(figure.panes.back().layers.front()).positive = ColourRole::Ratio;
    if (!sessions.empty())
        figure.asOfSession = static_cast<std::int32_t>(sessions.size()) - 1;
    figure.summary = fmt::format("{} complete brackets, {} on average.", test.summary.n,
                                 percentText(test.summary.result.mean));
    figure.recipe = recipeOf(test.params, choice);
    return figure;
}

Figure payoffFigure(const OptionStructure& structure, const PairSeries& price, const Symbol& symbol,
                    std::size_t sessions) {
    Figure figure;
    figure.id = "payoff";
    figure.title = "At expiry";
    const std::size_t places = 2 * kPayoffReach + 1;
    figure.steps = StepAxis{-kPayoffReach, places, {-20, -10, 10, 20}, "today's price", " %"};
    if (std::optional<Pane> pane = payoffPane(structure, symbol))
        figure.panes.push_back(std::move(*pane));
    std::vector<double> shares = endingShares(price, sessions, -kPayoffReach, kPayoffReach);
    for (double& share : shares)
        share *= 100;
    const std::string after = sessionsInWords(static_cast<int>(sessions));
    figure.panes.push_back(barPane(fmt::format("where {} ended after {}", symbol, after), "% of all windows",
                                   " %", 2, std::make_shared<const std::vector<double>>(std::move(shares))));
    figure.panes.back().axis.signedTicks = false;
    BarLayer& bars = std::get<BarLayer>(figure.panes.back().layers.front());
    bars.positive = ColourRole::Average1;
    bars.tagged = false;
    figure.summary =
        fmt::format("Payoff over the price's move, above how often {} ended there after {}.", symbol, after);
    figure.recipe = recipeOf(structure, symbol, sessions);
    return figure;
}

} // namespace rotascope
