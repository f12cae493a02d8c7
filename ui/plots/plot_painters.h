// One function per layer of the picture. Ground, series and marks make a picture that is kept until the
// range, the figure or the theme changes; the cursor is painted over it on every move.
#pragma once

#include "ui/plots/plot_state.h"

#include <qcustomplot.h>

namespace rotascope {

/// Bands, grid, hairlines between panes, the measured band.
void paintGround(QCPPainter& painter, const PlotState& state);

/// Lines and bars.
void paintSeries(QCPPainter& painter, const PlotState& state);
/// One line of a pane, whatever its presence, in its own colour; a passing one in the event's.
void paintSingledOut(QCPPainter& painter, const LineLayer& line, const PaneScene& row,
                     const PlotState& state);

/// Marks with their labels, the as-of line, the labels of the time axis.
void paintMarks(QCPPainter& painter, const PlotState& state);

/// Legends, tags, labels of the value axis (a tag hides those below it), crosshair, the box being dragged,
/// the measurement's box.
void paintCursor(QCPPainter& painter, const PlotState& state);

/// Everything that paintCursor() may touch, in pixels of the widget.
QRegion cursorRegion(const PlotState& state);

} // namespace rotascope
