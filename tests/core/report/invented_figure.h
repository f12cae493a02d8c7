// Figures with every kind of layer, made up for tests of pictures.
#pragma once

#include "core/figure/figure.h"
#include "tests/support/invented_market.h"

#include <cmath>
#include <limits>

namespace rotascope::test {

inline LineLayer lineOf(std::string name, ColourRole role, Column values) {
    LineLayer line;
    line.name = std::move(name);
    line.role = role;
    line.values = std::move(values);
    line.decimals = 1;
    return line;
}

inline Column columnOf(std::vector<double> values) {
    return std::make_shared<const std::vector<double>>(std::move(values));
}

/// A line with a hole, its dashed average, a read-out, an area, events, and a second pane of weekly bars.
inline Figure everyLayer(std::size_t sessions = 60) {
    std::vector<double> walk, average, low, high, share, bars;
    InventedShocks shocks(11);
    double value = 100;
    for (std::size_t i = 0; i < sessions; ++i) {
        value += 1.5 * shocks.next();
        walk.push_back(i == 30 ? std::numeric_limits<double>::quiet_NaN() : value);
        average.push_back(100 + 0.05 * static_cast<double>(i));
        low.push_back(average.back() - 1);
        high.push_back(average.back() + 1);
        share.push_back(50);
        bars.push_back(i % 5 == 4 ? 2 * shocks.next() : std::numeric_limits<double>::quiet_NaN());
    }
    Pane lines;
    lines.title = "ratio";
    lines.note = "at 100 on 1 Jan 1990, price return";
    lines.layers.emplace_back(BandLayer{99, 101, ColourRole::Selection, 0.4});
    lines.layers.emplace_back(
        AreaLayer{"range", ColourRole::LargeCap, columnOf(low), columnOf(high), 1, {}, 0.16});
    LineLayer companion = lineOf("SMA50", ColourRole::Average1, columnOf(average));
    companion.emphasised = false;
    lines.layers.emplace_back(companion);
    lines.layers.emplace_back(lineOf("RUT / SPX", ColourRole::Ratio, columnOf(walk)));
    LineLayer readOut = lineOf("percentile", ColourRole::MutedText, columnOf(share));
    readOut.readOutOnly = true;
    lines.layers.emplace_back(readOut);
    MarkerLayer events{"event", ColourRole::Event, MarkerLayer::Shape::TriangleDown, {}, "z ≥ 3 & \"apart\""};
    const auto dates = weekdays(*makeDate(1990, 1, 1), sessions);
    events.marks.push_back({20, walk[20], "29 Jan 90", dates[20]});
    lines.layers.emplace_back(events);
    Pane flows;
    flows.title = "weekly flow";
    flows.heightShare = 0.5;
    flows.axis.signedTicks = true;
    flows.axis.suffix = " bn";
    BarLayer weekly{"IWM", ColourRole::Positive, ColourRole::Negative, columnOf(bars), 2, " bn", 5, true, {}};
    weekly.unfinished = {static_cast<std::int32_t>(sessions) - 1};
    flows.layers.emplace_back(weekly);
    Figure figure;
    figure.id = "every-layer";
    figure.title = "Every layer";
    figure.summary = "A ratio <near 100> & the flows below it.";
    figure.dates = std::make_shared<const std::vector<Date>>(dates);
    figure.panes = {lines, flows};
    figure.asOfSession = static_cast<std::int32_t>(sessions) - 1;
    return figure;
}

/// Steps around an event: a mean, and one faint line that is only there on hover.
inline Figure stepsAroundAnEvent() {
    std::vector<double> mean, other;
    for (int step = -21; step <= 63; ++step) {
        mean.push_back(step * 0.1);
        other.push_back(900);
    }
    Pane pane;
    pane.title = "mean path";
    pane.axis.signedTicks = true;
    pane.axis.suffix = "%";
    LineLayer hover = lineOf("6 Nov 2024", ColourRole::Average2, columnOf(other));
    hover.presence = Presence::OnHover;
    pane.layers.emplace_back(hover);
    LineLayer average = lineOf("mean", ColourRole::SmallCap, columnOf(mean));
    average.unit = " %";
    pane.layers.emplace_back(average);
    Figure figure;
    figure.id = "steps";
    figure.title = "Around events";
    figure.summary = "The mean path rises.";
    figure.steps = StepAxis{-21, mean.size(), {5, 21, 63}, "event"};
    figure.panes = {pane};
    return figure;
}

} // namespace rotascope::test
