// The picture for files and the clipboard: QCustomPlot brings scaling, PDF and vector output.
#pragma once

#include "ui/plots/plot_state.h"

#include <functional>

class QCustomPlot;

namespace rotascope {

/// Hands a plot that paints `state` at its size to `use`; the plot is gone afterwards.
void onPaper(const PlotState& state, const std::function<void(QCustomPlot& paper)>& use);

} // namespace rotascope
