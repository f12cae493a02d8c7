// What `rota chart` draws. A new chart is a function here and a row in command_chart.cpp; its figure's recipe
// is what the function reads back.
#pragma once

#include "app/cli/context.h"
#include "core/analysis/divergence.h"
#include "core/figure/figure.h"
#include "core/workflow/load_flows.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rotascope::cli {

/// As typed; each chart reads those that are its own.
struct ChartArguments {
    std::string kind;
    std::vector<std::string> subjects;
    std::string from, to, start, base;
    std::string view = "ratio", sigma = "expanding", period = "week", unit = "usd", list = "Coverage list";
    std::string index, links, flows, name = "test", clearWhen;
    std::string indicator = "rsi", figure = "correlation";
    std::string path = "small", centre = "mean", direction = "up", onlyIf, baseline = "all", dates;
    std::string entry, carry, bracketStop, bracketTarget, on, rule;
    std::string structure = "call-spread", low = "108%", high = "112%", premium;
    std::vector<std::string> stops;
    double threshold = 3, times = 3;
    int gap = 63, days = 5, horizon = 252, coolDown = 0, parts = 1, longest = 63, expiry = 50;
    bool raw = false, adjusted = false, peak = false, calendar = false, intraday = false;

    const std::string& first() const { return subjects.front(); }
    const std::string& second() const { return subjects.back(); }
};

/// Declares the options of every chart.
void declareChartOptions(CLI::App& app, ChartArguments& arguments);

/// What every chart may look at.
struct ChartGround {
    const ChartArguments& arguments;
    const Context& context;
    MarketStore& store;
    std::vector<std::string>& skipped; ///< what was asked for and is not in the chart, in sentences

    /// As of the date asked for.
    MarketView view(std::shared_ptr<const Market> market) const;
    /// Refuses what analyseDivergence refuses.
    Result<Divergence> divergence() const;
    /// The sessions of the pair, the axis of most charts. Refuses like divergence().
    Result<std::vector<Date>> sessions() const;
};

/// The desk's funds and what they took in.
struct ChartFlows {
    FlowDesk desk;
    Flows flows;
};
Result<ChartFlows> flowsIn(const ChartGround& ground);

template <class T>
Failure failureOf(const Result<T>& result) {
    return Failure(result.error());
}

/// Each returns its figure with its recipe. Usage errors name the option; refuses what its analysis refuses.
Result<Figure> divergenceChart(const ChartGround& ground);
Result<Figure> longRunChart(const ChartGround& ground);
Result<Figure> yearEndChart(const ChartGround& ground);
Result<Figure> yieldChart(const ChartGround& ground);
Result<Figure> flowChart(const ChartGround& ground);
Result<Figure> fundChart(const ChartGround& ground);
Result<Figure> trendChart(const ChartGround& ground);
Result<Figure> leverageChart(const ChartGround& ground);
Result<Figure> chainChart(const ChartGround& ground);
Result<Figure> breadthChart(const ChartGround& ground);
Result<Figure> groupChart(const ChartGround& ground);
Result<Figure> eventChart(const ChartGround& ground);
Result<Figure> ruleChart(const ChartGround& ground);
Result<Figure> pairTradeChart(const ChartGround& ground);
Result<Figure> bracketChart(const ChartGround& ground);
Result<Figure> payoffChart(const ChartGround& ground);

} // namespace rotascope::cli
