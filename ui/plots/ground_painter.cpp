#include "ui/plots/paint_text.h"
#include "ui/plots/plot_painters.h"

namespace rotascope {

namespace {

void paintBands(QCPPainter& painter, const Pane& pane, const PaneScene& row, const PlotState& state) {
    for (const Layer& layer : pane.layers) {
        const auto* band = std::get_if<BandLayer>(&layer);
        if (!band)
            continue;
        const double top = row.y(band->high);
        const double bottom = row.y(band->low);
        const QRectF rect = QRectF(QPointF(row.plot.left(), top), QPointF(row.plot.right(), bottom));
        QColor colour = state.colour(band->role);
        colour.setAlphaF(static_cast<float>(std::clamp(band->opacity, 0.0, 1.0)));
        painter.fillRect(rect.intersected(row.plot), colour);
    }
}

void paintGrid(QCPPainter& painter, const Pane& pane, const PaneScene& row, const PlotState& state) {
    const QColor& grid = state.colour(ColourRole::Grid);
    for (const TimeTickBox& tick : state.scene.timeTicks)
        paintHairline(painter, {tick.x, row.plot.top()}, {tick.x, row.plot.bottom()}, grid);
    const bool hasBars = std::any_of(pane.layers.begin(), pane.layers.end(), [](const Layer& layer) {
        return std::holds_alternative<BarLayer>(layer);
    });
    for (const ValueTickBox& tick : row.valueTicks) {
        const bool base = hasBars && tick.value == 0;
        paintHairline(painter, {row.plot.left(), tick.y}, {row.plot.right(), tick.y},
                      base ? state.colour(ColourRole::Hairline) : grid);
    }
}

void paintSelection(QCPPainter& painter, const PaneScene& row, const PlotState& state) {
    const std::optional<Selection>& selection = state.dragged ? state.dragged : state.measured;
    if (!selection || state.dragged)
        return;
    const SessionAxis& axis = state.scene.axis;
    const QRectF band(QPointF(axis.x(selection->first), row.plot.top()),
                      QPointF(axis.x(selection->last), row.plot.bottom()));
    painter.fillRect(band.intersected(row.plot), state.colour(ColourRole::Selection));
}

} // namespace

void paintGround(QCPPainter& painter, const PlotState& state) {
    const PlotScene& scene = state.scene;
    painter.setAntialiasing(false);
    for (std::size_t i = 0; i < scene.panes.size(); ++i) {
        const PaneScene& row = scene.panes[i];
        paintBands(painter, state.figure->panes[i], row, state);
        paintSelection(painter, row, state);
        paintGrid(painter, state.figure->panes[i], row, state);
        if (i > 0)
            paintHairline(painter, row.outer.topLeft(), row.outer.topRight(),
                          state.colour(ColourRole::Hairline));
    }
    if (!scene.emptyText.isEmpty()) {
        painter.setFont(state.fonts.legend);
        painter.setPen(state.colour(ColourRole::MutedText));
        painter.drawText(scene.whole.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         scene.emptyText);
    }
}

} // namespace rotascope
