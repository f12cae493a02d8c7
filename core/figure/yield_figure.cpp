#include "core/figure/yield_figure.h"

#include "core/figure/chart_recipe.h"
#include "core/figure/on_sessions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr double kTenBp = 10; ///< slopes are drawn in points for a move of this size
constexpr std::array<ColourRole, kYields.size()> kInks{ColourRole::Ratio, ColourRole::LargeCap,
                                                       ColourRole::Ratio, ColourRole::SmallCap};

void addPlainPane(Figure& figure, const MarketView& market, const std::vector<Date>& sessions) {
    std::vector<Layer> lines;
    for (std::size_t i = 0; i < kYields.size(); ++i) {
        if (!kYields[i].less.empty())
            continue;
        if (const auto values = market.closes(kYields[i].symbol))
            lines.emplace_back(lineLayer(std::string(kYields[i].label), kInks[i],
                                         onSessions(sessions, values->dates, values->values), 2, " %"));
    }
    if (lines.empty())
        return;
    Pane& pane = figure.panes.emplace_back();
    pane.title = "Treasury yields";
    pane.heightShare = 1.4;
    pane.axis.suffix = " %";
    pane.axis.decimals = 1;
    pane.layers = std::move(lines);
}

void addDifferencePane(Figure& figure, const YieldInfo& info, const MarketView& market,
                       const std::vector<Date>& sessions) {
    const auto of = market.closes(info.symbol);
    const auto less = market.closes(info.less);
    if (!of || !less)
        return;
    const PairSeries both = commonSessions(*of, *less);
    std::vector<double> values(both.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = basisPoints(both.large[i], both.small[i]);
    Pane pane;
    pane.title = std::string(info.label);
    pane.note = fmt::format("{} − {}, basis points", info.symbol, info.less);
    pane.heightShare = 0.8;
    pane.axis.suffix = " bp";
    pane.axis.signedTicks = true;
    pane.layers.emplace_back(
        lineLayer(pane.title, ColourRole::LargeCap, onSessions(sessions, both.dates, values), 0, " bp"));
    figure.panes.push_back(std::move(pane));
}

Pane sensitivityPane(const YieldStudy& study, const std::vector<Date>& sessions) {
    const YieldSensitivity& s = study.link->sensitivity;
    const auto scaled = [&](const std::vector<double>& values) {
        return onSessions(sessions, s.dates, values, kTenBp * 100);
    };
    Pane pane;
    pane.title = fmt::format("{} − {} for a rise of 10 bp in a day", study.params.small, study.params.large);
    pane.note = fmt::format("slope of the last {} days", kYieldLinkWindow);
    pane.axis.suffix = " pp";
    pane.axis.decimals = 1;
    pane.axis.signedTicks = true;
    AreaLayer area;
    area.name = "95 % interval";
    area.role = ColourRole::SmallCap;
    area.low = scaled(s.low);
    area.high = scaled(s.high);
    area.unit = " pp";
    pane.layers.emplace_back(std::move(area));
    pane.layers.emplace_back(lineLayer("slope", ColourRole::SmallCap, scaled(s.slope), 2, " pp"));
    return pane;
}

} // namespace

Figure yieldFigure(const YieldStudy& study, const MarketView& market, const std::vector<Date>& sessions) {
    Figure figure;
    figure.id = "yields";
    figure.title = "Yields and the pair";
    figure.dates = std::make_shared<const std::vector<Date>>(sessions);
    addPlainPane(figure, market, sessions);
    for (const YieldInfo& info : kYields)
        if (!info.less.empty())
            addDifferencePane(figure, info, market, sessions);
    if (study.link)
        figure.panes.push_back(sensitivityPane(study, sessions));
    if (!sessions.empty())
        figure.asOfSession = static_cast<std::int32_t>(sessions.size()) - 1;
    figure.summary = fmt::format("Treasury yields, the curve, and the slope of {} − {} on the 10-year yield.",
                                 study.params.small, study.params.large);
    figure.recipe = chartRecipe("yields", {});
    return figure;
}

} // namespace rotascope
