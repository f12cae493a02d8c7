#include "core/figure/relative_figures.h"

#include "core/analysis/trend/average_state.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/on_sessions.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::array<ColourRole, kTrendAverages.size()> kAverageInks{ColourRole::SmallCap,
                                                                     ColourRole::LargeCap, ColourRole::Ratio};

Figure emptyFigure(std::string id, std::string title, const std::vector<Date>& sessions) {
    Figure figure;
    figure.id = std::move(id);
    figure.title = std::move(title);
    figure.dates = std::make_shared<const std::vector<Date>>(sessions);
    if (!sessions.empty())
        figure.asOfSession = static_cast<std::int32_t>(sessions.size()) - 1;
    return figure;
}

std::string nameOf(const ChainLeg& leg) {
    return fmt::format("{} − {}", leg.from, leg.to);
}

Pane legPane(const ChainLeg& leg, const DivergenceChain& chain, const std::vector<Date>& sessions) {
    Pane pane;
    pane.title = nameOf(leg);
    pane.note = std::string(leg.meaning);
    pane.axis.suffix = " pp";
    pane.axis.signedTicks = true;
    BarLayer bars;
    bars.name = pane.title;
    bars.values = onSessions(sessions, chain.dates, leg.spreads, 100);
    bars.unit = " pp";
    pane.layers.emplace_back(std::move(bars));
    LineLayer z = lineLayer("z", ColourRole::MutedText, onSessions(sessions, chain.dates, leg.zs), 2);
    z.readOutOnly = true;
    z.tagged = false;
    pane.layers.emplace_back(std::move(z));
    return pane;
}

Pane spreadPane(const GroupRatio& groups, const std::vector<Date>& sessions, int days) {
    const std::vector<double> first = simpleReturns(groups.pair.small, static_cast<std::size_t>(days));
    const std::vector<double> second = simpleReturns(groups.pair.large, static_cast<std::size_t>(days));
    std::vector<double> spread(first.size());
    for (std::size_t i = 0; i < spread.size(); ++i)
        spread[i] = first[i] - second[i];
    Pane pane;
    pane.title = fmt::format("spread over {}", sessionsInWords(days));
    pane.heightShare = 0.6;
    pane.axis.suffix = " pp";
    pane.axis.signedTicks = true;
    BarLayer bars;
    bars.name = pane.title;
    bars.values = onSessions(sessions, groups.pair.dates, spread, 100);
    bars.unit = " pp";
    pane.layers.emplace_back(std::move(bars));
    return pane;
}

Pane ratioPane(const GroupRatio& groups, const std::vector<Date>& sessions, std::size_t base) {
    const auto& dates = groups.pair.dates;
    const Date from = sessions.empty() ? Date::min() : sessions[std::min(base, sessions.size() - 1)];
    const auto at = std::lower_bound(dates.begin(), dates.end(), from);
    const std::size_t start =
        at == dates.end() ? dates.size() - 1 : static_cast<std::size_t>(at - dates.begin());
    const double factor = 100 / groups.ratio[start];
    Pane pane;
    pane.title = fmt::format("{} / {}", groups.first.name, groups.second.name);
    pane.note = fmt::format("100 on {}", dayMonthYear(dates[start]));
    pane.heightShare = 1.6;
    for (const auto& [window, ink] : {std::pair{200, ColourRole::Average2}, {50, ColourRole::Average1}}) {
        LineLayer line =
            lineLayer(fmt::format("SMA{}", window), ink,
                      onSessions(sessions, dates,
                                 simpleMovingAverage(groups.ratio, static_cast<std::size_t>(window)), factor),
                      1);
        line.tagged = false;
        line.emphasised = false;
        pane.layers.emplace_back(std::move(line));
    }
    pane.layers.emplace_back(
        lineLayer(pane.title, ColourRole::Ratio, onSessions(sessions, dates, groups.ratio, factor), 1));
    return pane;
}

std::string recipeOf(const GroupRatio& groups, const std::vector<Date>& sessions, std::size_t base,
                     int days) {
    if (sessions.empty())
        return {};
    return chartRecipe("groups", {{"", groups.first.name},
                                  {"", groups.second.name},
                                  {"start", isoText(sessions[std::min(base, sessions.size() - 1)])},
                                  {"days", std::to_string(days)}});
}

} // namespace

Figure chainFigure(const DivergenceChain& chain, const std::vector<Date>& sessions) {
    Figure figure = emptyFigure("chain", fmt::format("What {} is made of", nameOf(chain.whole)), sessions);
    figure.panes.push_back(legPane(chain.whole, chain, sessions));
    figure.panes.back().note = sessionsInWords(chain.params.days);
    for (const ChainLeg& leg : chain.legs)
        figure.panes.push_back(legPane(leg, chain, sessions));
    figure.summary = fmt::format("Spreads over {} of {} and of its {} parts, as bars over time.",
                                 sessionsInWords(chain.params.days), nameOf(chain.whole), chain.legs.size());
    figure.recipe = chartRecipe("chain", {{"links", fmt::format("{}", fmt::join(chain.params.links, ","))},
                                          {"days", std::to_string(chain.params.days)}});
    return figure;
}

Figure groupFigure(const GroupRatio& groups, const std::vector<Date>& sessions, std::size_t base, int days) {
    Figure figure =
        emptyFigure("groups", fmt::format("{} against {}", groups.first.name, groups.second.name), sessions);
    figure.panes.push_back(ratioPane(groups, sessions, base));
    figure.panes.push_back(spreadPane(groups, sessions, days));
    figure.summary =
        fmt::format("{} divided by {} since {}, equal weights set anew every day.", groups.first.name,
                    groups.second.name, dayMonthYear(groups.pair.dates.front()));
    figure.recipe = recipeOf(groups, sessions, base, days);
    return figure;
}

Figure breadthFigure(const BreadthHistory& breadth, const std::vector<Date>& sessions) {
    Figure figure = emptyFigure("breadth", fmt::format("Breadth of {}", breadth.name), sessions);
    Pane pane;
    pane.title = "Above their average";
    pane.note = fmt::format("share of {}, those past their warm-up", breadth.name);
    pane.axis.suffix = " %";
    pane.axis.minimumLow = 0;
    pane.axis.minimumHigh = 100;
    pane.axis.fixedTicks = {0, 50, 100};
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i) {
        LineLayer line = lineLayer(toUpper(kTrendAverages[i].id), kAverageInks[i],
                                   onSessions(sessions, breadth.dates, breadth.above[i], 100), 0, " %");
        line.emphasised = i + 1 == kTrendAverages.size();
        line.dashed = i == 0;
        pane.layers.emplace_back(std::move(line));
    }
    figure.panes.push_back(std::move(pane));
    figure.summary = fmt::format("Share of {} above each average, day by day.", breadth.name);
    figure.recipe = chartRecipe("breadth", {{"list", breadth.name}});
    return figure;
}

} // namespace rotascope
