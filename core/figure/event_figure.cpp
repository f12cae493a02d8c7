#include "core/figure/event_figure.h"

#include "core/analysis/event_headline.h"
#include "core/analysis/wording.h"
#include "core/base/date.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

constexpr int kDecimals = 1;

Column percentColumn(const std::vector<double>& fractions) {
    std::vector<double> values(fractions.size());
    std::transform(fractions.begin(), fractions.end(), values.begin(), [](double x) { return x * 100; });
    return std::make_shared<const std::vector<double>>(std::move(values));
}

std::string unitOf(const EventPath& path) {
    return path.leg == Leg::Relative ? " pp" : " %";
}

std::string nameOf(const EventStudy& study, const EventPath& path) {
    if (path.leg == Leg::Relative)
        return fmt::format("{} − {}", study.pair.small, study.pair.large);
    return path.leg == Leg::Large ? study.pair.large : study.pair.small;
}

LineLayer lineOf(const EventPath& path, std::string name, ColourRole role, Column values) {
    LineLayer line;
    line.name = std::move(name);
    line.role = role;
    line.values = std::move(values);
    line.decimals = kDecimals;
    line.unit = unitOf(path);
    return line;
}

bool hasCentre(const EventPath& path) {
    return std::any_of(path.mean.begin(), path.mean.end(), [](double x) { return std::isfinite(x); });
}

void addEventLines(Pane& pane, const EventStudy& study, const EventPath& path, bool drawn) {
    for (std::size_t event = 0; event < study.rows.size(); ++event) {
        LineLayer line =
            lineOf(path, eventLineName(study.rows[event]), drawn ? ColourRole::Average2 : ColourRole::Event,
                   percentColumn(path.lines[event]));
        line.presence = drawn ? Presence::Faint : Presence::OnHover;
        line.tagged = false;
        line.emphasised = false;
        pane.layers.emplace_back(std::move(line));
    }
}

AreaLayer intervalArea(const EventPath& path, PathCentre centre, ColourRole role) {
    AreaLayer area;
    area.name = "95 % interval";
    area.role = role;
    area.low = percentColumn(centre == PathCentre::Mean ? path.low : path.medianLow);
    area.high = percentColumn(centre == PathCentre::Mean ? path.high : path.medianHigh);
    area.decimals = kDecimals;
    area.unit = unitOf(path);
    return area;
}

LineLayer baselineLine(const EventStudy& study, const EventPath& path) {
    LineLayer line = lineOf(
        path,
        study.params.outcomes.baseline == BaselineRule::AnySession ? "Any session" : "Sessions as volatile",
        ColourRole::MutedText, percentColumn(path.baseline));
    line.dashed = true;
    return line;
}

LineLayer countLine(const EventPath& path) {
    std::vector<double> counts(path.count.begin(), path.count.end());
    LineLayer line;
    line.name = "complete";
    line.role = ColourRole::MutedText;
    line.values = std::make_shared<const std::vector<double>>(std::move(counts));
    line.decimals = 0;
    line.readOutOnly = true;
    line.tagged = false;
    return line;
}

Pane pathPane(const EventStudy& study, const EventPath& path, const EventFigureOptions& options) {
    const ColourRole role = path.leg == Leg::Relative ? ColourRole::Ratio : ColourRole::SmallCap;
    const bool centred = hasCentre(path);
    Pane pane;
    pane.title = fmt::format("{} around the event", nameOf(study, path));
    pane.axis.signedTicks = true;
    pane.axis.suffix = unitOf(path);
    if (centred)
        pane.layers.emplace_back(intervalArea(path, options.centre, role));
    addEventLines(pane, study, path, options.everyEvent || !centred);
    if (!study.rows.empty())
        pane.layers.emplace_back(baselineLine(study, path));
    if (centred) {
        const bool mean = options.centre == PathCentre::Mean;
        pane.layers.emplace_back(
            lineOf(path, fmt::format("{} after {} events", mean ? "Mean" : "Median", study.rows.size()), role,
                   percentColumn(mean ? path.mean : path.median)));
        pane.layers.emplace_back(countLine(path));
    }
    return pane;
}

/// "After 18 events RUT stood at +7.1 % 126 sessions later on average, any session at +4.8 %."
std::string summaryOf(const EventStudy& study, const EventPath& path) {
    constexpr int kSaid = 126;
    const double mean = path.mean[pathIndex(kSaid)];
    const auto said = [&](double x) { return path.leg == Leg::Relative ? pointsText(x) : percentText(x); };
    if (study.rows.empty())
        return study.notes.empty() ? "No event, so there is no path." : study.notes.front();
    if (!std::isfinite(mean))
        return fmt::format("Too few complete events for an average path {} sessions later; each event's own "
                           "path is drawn.",
                           kSaid);
    return fmt::format(
        "After {} events {} stood at {} {} sessions later on average (95 % interval {} {}), any "
        "session at {}.",
        study.rows.size(), nameOf(study, path), said(mean), kSaid,
        intervalText(path.low[pathIndex(kSaid)], path.high[pathIndex(kSaid)]), trimmed(unitOf(path)),
        said(path.baseline[pathIndex(kSaid)]));
}

std::string recipeOf(const EventStudy& study, const EventPath& path, const EventFigureOptions& options) {
    if (study.params.definition.dates && !options.listInDesk)
        return {};
    return fmt::format("event-path --path {} --centre {} {}", kPathNames[path.leg == Leg::Relative ? 1 : 0],
                       kCentreNames[static_cast<std::size_t>(options.centre)],
                       eventOptions(study.params, study.pair.days));
}

} // namespace

std::string eventLineName(const EventRow& event) {
    return dayMonthYear(event.date);
}

Figure eventFigure(const EventStudy& study, const EventPath& path, const EventFigureOptions& options) {
    Figure figure;
    figure.id = "event-path";
    figure.title = fmt::format("Average path of {} around events", nameOf(study, path));
    figure.summary = summaryOf(study, path);
    figure.recipe = recipeOf(study, path, options);
    if (study.rows.empty())
        return figure;
    StepAxis axis;
    axis.first = -kPathBefore;
    axis.count = kPathSteps;
    axis.named = {-kPathBefore};
    for (const std::size_t horizon : kEventHorizons)
        axis.named.push_back(static_cast<int>(horizon));
    axis.originLabel = study.params.outcomes.entry == EntryRule::NextClose ? "entry" : "event";
    figure.steps = std::move(axis);
    figure.panes = {pathPane(study, path, options)};
    return figure;
}

} // namespace rotascope
