#include "core/figure/rule_figure.h"

#include "core/figure/chart_recipe.h"
#include "core/figure/on_sessions.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// How a quantity is drawn.
struct Shown {
    double factor = 1;
    int decimals = 2;
    std::string unit;
};

Shown shownAs(const RuleMeasure& measure) {
    switch (measure.quantity) {
    case Quantity::Return:
        return {100, 2, measure.isDifference ? " pp" : " %"};
    case Quantity::PercentChange:
        return {100, 0, " bp"};
    case Quantity::Percent:
        return {1, 2, " %"};
    case Quantity::Sigma:
        return {1, 2, "σ"};
    case Quantity::Usd:
        return {1e-9, 2, " bn"};
    default:
        return {};
    }
}

/// The values on the sessions of an episode, else NaN; a flag rule has 1 there.
std::vector<double> whileFiring(const RuleReading& reading) {
    const auto& states = reading.history.states;
    std::vector<double> out(states.size(), kNaN);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (states[i] == RuleState::Firing)
            out[i] = reading.columns.measure ? reading.columns.measure->value[i] : 1;
    return out;
}

MarkerLayer episodeMarks(const RuleReading& reading, std::span<const Date> sessions,
                         const std::vector<double>& firing, double factor) {
    MarkerLayer marks;
    marks.name = "episode";
    marks.shape = reading.columns.measure && !reading.columns.measure->isUpward()
                      ? MarkerLayer::Shape::TriangleUp
                      : MarkerLayer::Shape::TriangleDown;
    marks.note = fmt::format("{} episodes", reading.history.episodes.size());
    for (const Episode& episode : reading.history.episodes) {
        const Date date = reading.dateOf(episode.first);
        const std::int32_t session = sessionOf(sessions, date);
        if (session >= 0 && std::isfinite(firing[episode.first]))
            marks.marks.push_back({session, firing[episode.first] * factor, {}, date});
    }
    return marks;
}

void addMeasure(Pane& pane, const RuleReading& reading, std::span<const Date> sessions, const Shown& shown) {
    const auto& dates = reading.ground->pair.dates;
    const RuleMeasure& measure = *reading.columns.measure;
    LineLayer threshold =
        lineLayer("threshold", ColourRole::Event,
                  onSessions(sessions, dates, measure.threshold, shown.factor), shown.decimals, shown.unit);
    threshold.dashed = true;
    threshold.emphasised = false;
    threshold.tagged = false;
    pane.layers.emplace_back(lineLayer("value", ColourRole::SmallCap,
                                       onSessions(sessions, dates, measure.value, shown.factor),
                                       shown.decimals, shown.unit));
    pane.layers.emplace_back(std::move(threshold));
}

/// The rule itself, not its name alone: it may have been typed and never kept.
std::string recipeOf(const Rule& rule) {
    RecipeOptions out{{"", rule.expression}, {"name", rule.name}};
    if (!rule.clearWhen.empty())
        out.emplace_back("clear-when", rule.clearWhen);
    if (rule.coolDown > 0)
        out.emplace_back("cool-down", std::to_string(rule.coolDown));
    return chartRecipe("rule", out);
}

} // namespace

Figure ruleFigure(const RuleReading& reading, const std::vector<Date>& sessions) {
    Figure figure;
    figure.id = "rule";
    figure.title = reading.rule.name;
    figure.summary = reading.whyUnknown();
    if (!reading.ground)
        return figure;
    figure.dates = std::make_shared<const std::vector<Date>>(sessions);
    const Shown shown = reading.columns.measure ? shownAs(*reading.columns.measure) : Shown{};
    Pane pane;
    pane.title = reading.columns.measure ? "value" : "firing";
    pane.axis.suffix = shown.unit;
    pane.axis.signedTicks = shown.factor != 1;
    if (reading.columns.measure)
        addMeasure(pane, reading, sessions, shown);
    const std::vector<double> firing = whileFiring(reading);
    LineLayer line = lineLayer("firing", ColourRole::Event,
                               onSessions(sessions, reading.ground->pair.dates, firing, shown.factor),
                               shown.decimals, shown.unit);
    line.tagged = false;
    pane.layers.emplace_back(std::move(line));
    pane.layers.emplace_back(episodeMarks(reading, sessions, firing, shown.factor));
    figure.panes.push_back(std::move(pane));
    if (!sessions.empty())
        figure.asOfSession = static_cast<std::int32_t>(sessions.size()) - 1;
    figure.summary =
        fmt::format("{}: {} episodes since {}, now {}.", reading.rule.name, reading.history.episodes.size(),
                    dayMonthYear(reading.ground->pair.dates.front()), nameOf(reading.state()));
    figure.recipe = recipeOf(reading.rule);
    return figure;
}

} // namespace rotascope
