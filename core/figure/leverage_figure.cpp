#include "core/figure/leverage_figure.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/on_sessions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Positions of the stretch among a series' dates.
std::size_t baseIn(const SeriesView& series, Date base) {
    const auto after = std::upper_bound(series.dates.begin(), series.dates.end(), base);
    return after == series.dates.begin() ? 0 : static_cast<std::size_t>(after - series.dates.begin()) - 1;
}

/// Return since the base, in percent; NaN before it and after the stretch.
template <class Growth>
std::vector<double> sinceBase(const SeriesView& series, std::size_t base, Date last, Growth growth) {
    std::vector<double> out(series.size(), kNaN);
    for (std::size_t i = base; i < series.size() && series.dates[i] <= last; ++i)
        out[i] = growth(i) * 100;
    return out;
}

std::vector<double> exactSince(const SeriesView& index, std::size_t base, Date last, double times) {
    double value = 1;
    return sinceBase(index, base, last, [&](std::size_t i) {
        if (i > base)
            value = std::max(0.0, value * (1 + times * (index.values[i] / index.values[i - 1] - 1)));
        return value - 1;
    });
}

Pane sincePane(const Leverage& leverage, const SeriesView& index, const SeriesView& fund,
               const std::vector<Date>& sessions) {
    const Date last = leverage.asOf;
    const double times = leverage.params.times;
    const std::size_t base = baseIn(index, leverage.stretch.base);
    const std::size_t fundBase = baseIn(fund, leverage.stretch.base);
    const auto plain =
        sinceBase(index, base, last, [&](std::size_t i) { return index.values[i] / index.values[base] - 1; });
    std::vector<double> naive = plain;
    for (double& value : naive)
        value *= times;
    Pane pane;
    pane.title = fmt::format("since {}", dayMonthYear(leverage.stretch.base));
    pane.note = leverage.basesText();
    pane.heightShare = 1.7;
    pane.axis.suffix = " %";
    pane.axis.signedTicks = true;
    const auto add = [&](std::string name, ColourRole ink, Column column, bool emphasised) {
        LineLayer line = lineLayer(std::move(name), ink, std::move(column), 1, " %");
        line.emphasised = emphasised;
        line.dashed = ink == ColourRole::MutedText;
        pane.layers.emplace_back(std::move(line));
    };
    add(leverage.index.symbol, ColourRole::LargeCap, onSessions(sessions, index.dates, plain), false);
    add(fmt::format("naive {}×", shortestNumber(times)), ColourRole::MutedText,
        onSessions(sessions, index.dates, naive), false);
    add("daily reset", ColourRole::Event,
        onSessions(sessions, index.dates, exactSince(index, base, last, times)), false);
    add(leverage.fund.symbol, ColourRole::SmallCap,
        onSessions(sessions, fund.dates,
                   sinceBase(fund, fundBase, last,
                             [&](std::size_t i) { return fund.values[i] / fund.values[fundBase] - 1; })),
        true);
    return pane;
}

Pane compoundingPane(const Leverage& leverage, const SeriesView& index, const std::vector<Date>& sessions,
                     std::size_t horizon) {
    Pane pane;
    pane.title = fmt::format("compounding over {}", sessionsInWords(static_cast<int>(horizon)));
    pane.note = "daily reset less the naive multiple; above zero in the holder's favour";
    pane.axis.suffix = " pp";
    pane.axis.signedTicks = true;
    BarLayer bars;
    bars.name = pane.title;
    bars.values = onSessions(sessions, index.dates,
                             compoundingHistory(index.values, leverage.params.times, horizon), 100);
    bars.decimals = 1;
    bars.unit = " pp";
    pane.layers.emplace_back(std::move(bars));
    return pane;
}

std::string recipeOf(const LeverageParams& params, std::size_t horizon) {
    RecipeOptions out{{"", params.fund},
                      {"index", params.index},
                      {"times", shortestNumber(params.times)},
                      {"horizon", std::to_string(horizon)}};
    if (params.from)
        out.emplace_back("base", isoText(*params.from));
    if (params.prices == PriceChoice::Adjusted)
        out.emplace_back("adjusted", "");
    return chartRecipe("leverage", out);
}

} // namespace

Figure leverageFigure(const Leverage& leverage, const SeriesView& index, const SeriesView& fund,
                      const std::vector<Date>& sessions, std::size_t horizon) {
    Figure figure;
    figure.id = "leverage";
    figure.title = fmt::format("{} against {} times {}", leverage.fund.symbol,
                               shortestNumber(leverage.params.times), leverage.index.symbol);
    figure.dates = std::make_shared<const std::vector<Date>>(sessions);
    figure.panes.push_back(sincePane(leverage, index, fund, sessions));
    figure.panes.push_back(compoundingPane(leverage, index, sessions, horizon));
    if (!sessions.empty())
        figure.asOfSession = static_cast<std::int32_t>(sessions.size()) - 1;
    figure.summary =
        fmt::format("{}: {} since {}, daily reset {}, naive {}.", figure.title,
                    percentText(leverage.stretch.actual), dayMonthYear(leverage.stretch.base),
                    percentText(leverage.stretch.theory.exact), percentText(leverage.stretch.theory.naive));
    figure.recipe = recipeOf(leverage.params, horizon);
    return figure;
}

} // namespace rotascope
