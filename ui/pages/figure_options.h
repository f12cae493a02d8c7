// From what the user looks at to what a figure is asked for, and from a figure to its table.
#pragma once

#include "core/figure/divergence_figure.h"
#include "ui/models/table_model.h"
#include "ui/plots/figure_view.h"
#include "ui/session/view_state.h"

#include <optional>

namespace rotascope {

DivergenceFigureOptions figureOptions(const ViewState& state, RelativeView view);
DivergenceFigureOptions startingAt(DivergenceFigureOptions options, std::size_t base);

/// The sessions in sight as a table; nullopt while nothing is drawn.
std::optional<TableSnapshot> shownData(const FigureView& view);

} // namespace rotascope
