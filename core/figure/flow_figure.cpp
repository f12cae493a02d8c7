#include "core/figure/flow_figure.h"

#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kRunningSum = 4;
constexpr std::array<std::string_view, 3> kPer{"day", "week", "month"};
constexpr std::array<std::string_view, 3> kRunning{"4 days", "4 weeks", "4 months"};

/// How values are shown: divided by what, with which unit.
struct Shown {
    double divisor = 1;
    std::string unit;
    int decimals = 2;
};

Shown shownAs(const std::vector<double>& values, FlowUnit unit) {
    if (unit == FlowUnit::Z)
        return {1, "σ", 2};
    if (unit == FlowUnit::Percent)
        return {0.01, " %", 1};
    double largest = 0;
    for (const double value : values)
        largest = std::isfinite(value) ? std::max(largest, std::abs(value)) : largest;
    return largest >= 5e8 ? Shown{1e9, " bn", 2} : Shown{1e6, " m", 0};
}

Column scaled(std::vector<double> values, double divisor) {
    for (double& value : values)
        value /= divisor;
    return std::make_shared<const std::vector<double>>(std::move(values));
}

/// NaN unless all four have a value.
std::vector<double> runningSums(const std::vector<double>& values) {
    std::vector<double> out(values.size(), kNone);
    for (std::size_t i = kRunningSum - 1; i < values.size(); ++i) {
        out[i] = 0;
        for (std::size_t k = 0; k < kRunningSum; ++k)
            out[i] += values[i - k];
    }
    return out;
}

/// Sum from `start` on; a bar without a value adds nothing.
std::vector<double> cumulated(const std::vector<double>& values, std::size_t start) {
    std::vector<double> out(values.size(), kNone);
    double sum = 0;
    for (std::size_t i = start; i < values.size(); ++i) {
        sum += std::isfinite(values[i]) ? values[i] : 0;
        out[i] = sum;
    }
    return out;
}

ValueAxis axisOf(const Shown& shown) {
    ValueAxis axis;
    axis.suffix = shown.unit;
    axis.signedTicks = true;
    return axis;
}

MarkerLayer markLayer(const FlowBars& bars, double divisor) {
    MarkerLayer layer;
    layer.name = "to look at";
    layer.role = ColourRole::Attention;
    layer.shape = MarkerLayer::Shape::TriangleDown;
    for (std::size_t i = 0; i < bars.marks.size(); ++i)
        if (!bars.marks[i].empty())
            layer.marks.push_back(
                {static_cast<std::int32_t>(i),
                 std::isfinite(bars.values[i]) ? std::max(0.0, bars.values[i] / divisor) : 0, bars.marks[i],
                 bars.dates[i]});
    return layer;
}

Pane barPane(const FlowBars& bars, const Shown& shown) {
    Pane pane;
    pane.title = fmt::format("{} per {}", bars.name, kPer[static_cast<std::size_t>(bars.period)]);
    pane.axis = axisOf(shown);
    pane.heightShare = 2;
    BarLayer layer;
    layer.name = pane.title;
    layer.values = scaled(bars.values, shown.divisor);
    layer.decimals = shown.decimals;
    layer.unit = shown.unit;
    if (bars.lastIsRunning)
        layer.unfinished = {static_cast<std::int32_t>(bars.dates.size()) - 1};
    pane.layers.emplace_back(std::move(layer));
    if (bars.unit != FlowUnit::Z) {
        LineLayer sum;
        sum.name = kRunning[static_cast<std::size_t>(bars.period)];
        sum.role = ColourRole::MutedText;
        sum.values = scaled(runningSums(bars.values), shown.divisor);
        sum.decimals = shown.decimals;
        sum.unit = shown.unit;
        sum.dashed = true;
        sum.emphasised = false;
        sum.tagged = false;
        pane.layers.emplace_back(std::move(sum));
    }
    if (MarkerLayer marks = markLayer(bars, shown.divisor); !marks.marks.empty())
        pane.layers.emplace_back(std::move(marks));
    return pane;
}

Pane cumulativePane(const FlowBars& bars, std::size_t start, const Shown& shown) {
    Pane pane;
    pane.title = "Cumulative since " + dayMonthYear(bars.dates[start]);
    pane.axis = axisOf(shown);
    LineLayer line;
    line.name = pane.title;
    line.role = ColourRole::SmallCap;
    line.values = scaled(cumulated(bars.values, start), shown.divisor);
    line.decimals = shown.decimals;
    line.unit = shown.unit;
    pane.layers.emplace_back(std::move(line));
    return pane;
}

std::string summaryOf(const FlowBars& bars) {
    const double last = bars.values.back();
    const std::string figure = bars.unit == FlowUnit::Usd       ? usdText(last)
                               : bars.unit == FlowUnit::Percent ? percentText(last)
                                                                : "z " + zText(last);
    return fmt::format("Flows of {} per {} from {} to {}; the last one is {}{}.", bars.name,
                       kPer[static_cast<std::size_t>(bars.period)], dayMonthYear(bars.dates.front()),
                       dayMonthYear(bars.dates.back()), figure, bars.lastIsRunning ? " so far" : "");
}

} // namespace

Figure flowFigure(const FlowBars& bars, std::size_t start) {
    Figure figure;
    figure.id = "flows";
    figure.title = "Flows of " + bars.name;
    figure.dates = std::make_shared<const std::vector<Date>>(bars.dates);
    if (bars.dates.empty()) {
        figure.summary = fmt::format("No flows of {} in this unit.", bars.name);
        return figure;
    }
    const Shown shown = shownAs(bars.values, bars.unit);
    const std::size_t first = std::min(start, bars.dates.size() - 1);
    figure.panes.push_back(barPane(bars, shown));
    if (bars.unit == FlowUnit::Usd)
        figure.panes.push_back(cumulativePane(bars, first, shown));
    figure.asOfSession = static_cast<std::int32_t>(bars.dates.size()) - 1;
    figure.summary = summaryOf(bars);
    figure.recipe = chartRecipe("flows", {{"", bars.name},
                                          {"period", std::string(nameOf(bars.period))},
                                          {"unit", std::string(nameOf(bars.unit))},
                                          {"start", isoText(bars.dates[first])}});
    return figure;
}

Pane weeklyFlowPane(const FundFlows& fund, const std::vector<Date>& sessions) {
    std::vector<double> values(sessions.size(), kNone);
    std::vector<double> sums(sessions.size(), kNone);
    std::vector<std::int32_t> unfinished;
    for (std::size_t w = 0; w < fund.weeks.size(); ++w) {
        const FlowWeek& week = fund.weeks[w];
        const auto after = std::upper_bound(sessions.begin(), sessions.end(), week.end);
        if (after == sessions.begin() || week.end - *(after - 1) >= std::chrono::days{7})
            continue;
        const auto at = static_cast<std::size_t>(after - sessions.begin()) - 1;
        values[at] = countedValue(week, FlowMeasure::Usd);
        sums[at] = sumOfWeeks(fund.weeks, w, kRunningSum);
        if (w + 1 == fund.weeks.size() && !week.isComplete())
            unfinished = {static_cast<std::int32_t>(at)};
    }
    const Shown shown = shownAs(values, FlowUnit::Usd);
    Pane pane;
    pane.title = fund.symbol() + " weekly flow";
    pane.axis = axisOf(shown);
    BarLayer bars;
    bars.name = pane.title;
    bars.values = scaled(std::move(values), shown.divisor);
    bars.unit = shown.unit;
    bars.decimals = shown.decimals;
    bars.sessionsPerBar = sessionsOf(FlowPeriod::Week);
    bars.unfinished = std::move(unfinished);
    LineLayer sum;
    sum.name = kRunning[1];
    sum.role = ColourRole::MutedText;
    sum.values = scaled(std::move(sums), shown.divisor);
    sum.unit = shown.unit;
    sum.decimals = shown.decimals;
    sum.dashed = sum.sparse = true;
    sum.emphasised = sum.tagged = false;
    pane.layers.emplace_back(std::move(bars));
    pane.layers.emplace_back(std::move(sum));
    return pane;
}

Figure withWeeklyFlows(Figure figure, const Flows& flows, const Symbol& symbol) {
    constexpr double kFlowShare = 0.8;
    const FundFlows* fund = flows.fund(symbol);
    const LeagueRow* row = flows.row(symbol);
    if (!fund || !row || !figure.dates)
        return figure;
    Pane pane = weeklyFlowPane(*fund, *figure.dates);
    if (const FlowRank& rank = row->rank(FlowMeasure::Usd, RankWindow::Year); rank.isKnown())
        pane.note =
            fmt::format("week to {}: {}", dayMonthYear(row->week.end), rankInWords(rank, RankWindow::Year));
    pane.heightShare = kFlowShare;
    figure.panes.push_back(std::move(pane));
    figure.recipe += " --flows " + symbol;
    return figure;
}

} // namespace rotascope
