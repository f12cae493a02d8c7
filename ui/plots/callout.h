// The box beside a measured band.
#pragma once

#include "ui/plots/plot_state.h"

class QPainter;

namespace rotascope {

struct CalloutScene {
    QRectF box;
    std::vector<std::vector<std::pair<TextBox, ColourRole>>> lines;
};

/// Beside the band in the first pane, left of it when there is room, never outside the plot.
CalloutScene composedCallout(const Selection& selection, const PlotScene& scene, const PlotFonts& fonts);

void paintCallout(QPainter& painter, const PlotState& state);

} // namespace rotascope
