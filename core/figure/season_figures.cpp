#include "core/figure/season_figures.h"

#include "core/figure/chart_recipe.h"
#include "core/figure/on_sessions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kMonth = 21;

std::string pairName(const Seasons& seasons) {
    return fmt::format("{} − {}", seasons.params.small, seasons.params.large);
}

std::string yearsName(const YearEndPath& path) {
    return fmt::format("{}/{:02}", path.year, (path.year + 1) % 100);
}

Column percentPath(const std::vector<double>& path, std::size_t steps) {
    auto out = std::make_shared<std::vector<double>>(steps, kNaN);
    for (std::size_t i = 0; i < std::min(steps, path.size()); ++i)
        (*out)[i] = path[i] * 100;
    return out;
}

bool isComplete(const YearEndPath& path) {
    return path.firstQuarter.has_value();
}

/// Sessions from the end of November to the end of March differ from year to year: as many as three of four
/// complete years have, so that the lines end together.
std::size_t stepsOf(const std::vector<YearEndPath>& years) {
    std::vector<std::size_t> lengths;
    for (const YearEndPath& path : years)
        if (isComplete(path))
            lengths.push_back(path.path.size());
    if (lengths.empty())
        return years.back().path.size();
    std::sort(lengths.begin(), lengths.end());
    return lengths[lengths.size() / 4];
}

/// Over the complete years that reach each step; a running one does not bend the end.
Column meanPath(const std::vector<YearEndPath>& years, std::size_t steps) {
    auto out = std::make_shared<std::vector<double>>(steps, kNaN);
    for (std::size_t step = 0; step < steps; ++step) {
        double sum = 0;
        int count = 0;
        for (const YearEndPath& path : years) {
            if (!isComplete(path) || path.path.size() <= step)
                continue;
            sum += path.path[step] * 100;
            ++count;
        }
        if (count > 0)
            (*out)[step] = sum / count;
    }
    return out;
}

Pane longPane(const Seasons& seasons, std::size_t span) {
    const LongReturns& returns = seasons.longReturns[span];
    const auto& dates = seasons.pair.dates;
    Pane pane;
    pane.title = fmt::format("{} years", kLongSpans[span].years);
    pane.note = fmt::format("return a year over {} sessions", kLongSpans[span].sessions);
    pane.axis.suffix = " %";
    pane.axis.signedTicks = true;
    pane.layers.emplace_back(lineLayer(seasons.params.small, ColourRole::SmallCap,
                                       onSessions(dates, dates, returns.small, 100), 1, " %"));
    pane.layers.emplace_back(lineLayer(seasons.params.large, ColourRole::LargeCap,
                                       onSessions(dates, dates, returns.large, 100), 1, " %"));
    LineLayer between = lineLayer(pairName(seasons), ColourRole::Ratio,
                                  onSessions(dates, dates, returns.relative, 100), 1, " pp");
    between.dashed = true;
    between.emphasised = false;
    pane.layers.emplace_back(std::move(between));
    return pane;
}

Pane ratioFall(const Seasons& seasons) {
    const auto& dates = seasons.pair.dates;
    Pane pane;
    pane.title = fmt::format("{} / {} from its high", seasons.params.small, seasons.params.large);
    pane.axis.suffix = " %";
    pane.axis.minimumHigh = 0;
    pane.layers.emplace_back(lineLayer(pane.title, ColourRole::Negative,
                                       onSessions(dates, dates, seasons.drawdowns.depths, 100), 1, " %"));
    return pane;
}

} // namespace

Figure yearEndFigure(const Seasons& seasons) {
    const auto& years = seasons.yearEnds.years;
    Figure figure;
    figure.id = "year-ends";
    figure.title = fmt::format("{} from the end of November", pairName(seasons));
    if (years.empty()) {
        figure.summary = "No December of the pair is over yet.";
        return figure;
    }
    const std::size_t steps = stepsOf(years);
    figure.steps =
        StepAxis{0, steps, {kMonth, 2 * kMonth, 3 * kMonth, static_cast<int>(steps) - 1}, "end of Nov"};
    Pane pane;
    pane.title = figure.title;
    pane.note = fmt::format("{} year-ends; December is the first {} sessions or so", years.size(), kMonth);
    pane.axis.suffix = " pp";
    pane.axis.signedTicks = true;
    for (const YearEndPath& path : years) {
        const bool latest = &path == &years.back();
        LineLayer line = lineLayer(yearsName(path), latest ? ColourRole::SmallCap : ColourRole::Average2,
                                   percentPath(path.path, steps), 1, " pp");
        line.presence = latest ? Presence::Always : Presence::Faint;
        line.tagged = latest;
        line.emphasised = latest;
        pane.layers.emplace_back(std::move(line));
    }
    LineLayer mean =
        lineLayer("mean of the complete ones", ColourRole::Ratio, meanPath(years, steps), 1, " pp");
    pane.layers.emplace_back(std::move(mean));
    figure.panes.push_back(std::move(pane));
    figure.summary =
        fmt::format("{}, {} years: {} December leads, {} of them reversed by the end of March.", figure.title,
                    years.size(), seasons.yearEnds.rallies, seasons.yearEnds.reversed);
    figure.recipe = chartRecipe("year-ends", {});
    return figure;
}

Figure longRunFigure(const Seasons& seasons) {
    Figure figure;
    figure.id = "long-run";
    figure.title = fmt::format("{} against {} over years", seasons.params.small, seasons.params.large);
    figure.dates = std::make_shared<const std::vector<Date>>(seasons.pair.dates);
    for (std::size_t span = 0; span < kLongSpans.size(); ++span)
        figure.panes.push_back(longPane(seasons, span));
    figure.panes.push_back(ratioFall(seasons));
    if (!seasons.pair.dates.empty())
        figure.asOfSession = static_cast<std::int32_t>(seasons.pair.size()) - 1;
    figure.summary = fmt::format("{}, three and five years, and how long the ratio has been below its high.",
                                 figure.title);
    figure.recipe = chartRecipe("long-run", {});
    return figure;
}

} // namespace rotascope
