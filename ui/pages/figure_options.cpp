#include "ui/pages/figure_options.h"

#include "ui/models/divergence_tables.h"

namespace rotascope {

DivergenceFigureOptions figureOptions(const ViewState& state, RelativeView view) {
    DivergenceFigureOptions options;
    options.view = view;
    options.logarithmic = state.scale == ScaleMode::Logarithmic;
    options.rebased = state.scale != ScaleMode::Linear;
    options.sigma = state.sigma;
    options.threshold = state.eventThreshold;
    options.gap = static_cast<std::size_t>(state.eventGap);
    return options;
}

DivergenceFigureOptions startingAt(DivergenceFigureOptions options, std::size_t base) {
    options.start = base;
    return options;
}

std::optional<TableSnapshot> shownData(const FigureView& view) {
    const auto figure = view.figure();
    if (!figure || figure->size() == 0)
        return std::nullopt;
    const auto [first, last] = view.sessionsInSight();
    return figureDataOf(*figure, static_cast<std::size_t>(first), static_cast<std::size_t>(last));
}

} // namespace rotascope
