// Figures made up for tests and benchmarks: random walks from a fixed seed, no market's data.
#pragma once

#include "core/figure/figure.h"
#include "ui/plots/figure_view.h"

#include <memory>
#include <vector>

namespace rotascope {

/// Weekdays from `first` on.
std::shared_ptr<const std::vector<Date>> weekdays(Date first, int count);

Column columnOf(std::vector<double> values);

/// Ratio with two averages, z with bands and events, weekly bars with a four-week sum.
Figure inventedRotation(int sessions, Date first = *makeDate(1979, 1, 2));

/// One pane with one line.
Figure inventedLine(std::vector<double> values, ValueAxis axis = {});

/// A view of that size that shows `figure`, painted once.
std::unique_ptr<FigureView> shownView(Figure figure, QSize size = {1000, 640});

} // namespace rotascope
