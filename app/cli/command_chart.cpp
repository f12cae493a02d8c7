#include "app/cli/charts.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/option_values.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/figure_table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace rotascope::cli {

namespace {

/// ★ The charts that a command draws again.
struct ChartKind {
    std::string_view id;
    std::string_view subject; ///< what must follow it; empty: nothing
    std::size_t subjects;     ///< how many words that is
    Result<Figure> (*draw)(const ChartGround& ground);
};
constexpr auto kCharts = std::to_array<ChartKind>({
    {"divergence", "", 0, divergenceChart},
    {"trend", "SYMBOL", 1, trendChart},
    {"flows", "FUND or BASKET", 1, flowChart},
    {"funds", "BASKET", 1, fundChart},
    {"leverage", "FUND", 1, leverageChart},
    {"chain", "", 0, chainChart},
    {"groups", "FIRST SECOND", 2, groupChart},
    {"breadth", "", 0, breadthChart},
    {"event-path", "", 0, eventChart},
    {"rule", "EXPRESSION", 1, ruleChart},
    {"pair-trade", "", 0, pairTradeChart},
    {"brackets", "", 0, bracketChart},
    {"payoff", "SYMBOL", 1, payoffChart},
    {"yields", "", 0, yieldChart},
    {"long-run", "", 0, longRunChart},
    {"year-ends", "", 0, yearEndChart},
});

Result<const ChartKind*> kindOf(const ChartArguments& arguments) {
    std::string known;
    for (const ChartKind& kind : kCharts) {
        if (kind.id == arguments.kind && kind.subjects == arguments.subjects.size())
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

/// First and last place to print; all of an axis that has no dates.
std::pair<int, int> placesBetween(const Figure& figure, std::optional<Date> from, std::optional<Date> to) {
    std::pair places{0, static_cast<int>(figure.size()) - 1};
    if (!figure.dates || figure.steps)
        return places;
    const auto& dates = *figure.dates;
    if (from)
        places.first = static_cast<int>(std::ranges::lower_bound(dates, *from) - dates.begin());
    if (to)
        places.second = static_cast<int>(std::ranges::upper_bound(dates, *to) - dates.begin()) - 1;
    return places;
}

Result<Output> runChart(const ChartArguments& arguments, const Context& context) {
    const auto kind = kindOf(arguments);
    const auto from = dateOf("--from", arguments.from);
    const auto to = dateOf("--to", arguments.to);
    if (!kind || !from || !to)
        return Failure(!kind ? kind.error() : !from ? from.error() : to.error());
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return failureOf(store);
    std::vector<std::string> skipped;
    auto figure = (*kind)->draw(ChartGround{arguments, context, **store, skipped});
    if (!figure)
        return failureOf(figure);
    figure->recipe =
        chartCommand(figure->recipe, context.common.small, context.common.large, context.common.asOf);
    const auto [first, last] = placesBetween(*figure, *from, *to);
    const int exitCode = skipped.empty() ? 0 : 2;
    return Output{context.common.json ? printed(figureJson(*figure, first, last))
                                      : figureCsv(*figure, first, last),
                  std::move(skipped), exitCode};
}

} // namespace

CommandBody declareChart(CLI::App& app) {
    auto a = std::make_shared<ChartArguments>();
    app.description(
        "The values of a chart as CSV, the same bytes that the window saves: \"The same:\" in the head of a "
        "saved chart is the command to write here.");
    declareChartOptions(app, *a);
    return [a](const Context& context) { return runChart(*a, context); };
}

} // namespace rotascope::cli
