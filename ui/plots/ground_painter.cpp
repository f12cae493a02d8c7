#include "core/figure/polylines.h"
#include "ui/plots/paint_text.h"
#include "ui/plots/plot_painters.h"

#include <algorithm>
#include <cmath>

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

using Outer = const double& (*)(const double&, const double&);

/// An edge of an area in pixels: one point a pixel column, the outermost.
std::vector<QPolygonF> edgeOf(const Column& column, const PaneScene& row, const SessionAxis& axis,
                              Outer outer) {
    PolylineRequest request;
    request.firstSession = axis.firstSession() - 1;
    request.lastSession = axis.lastSession() + 1;
    request.columnsPerUnit = axis.pixelsPerPosition();
    std::vector<QPolygonF> edges;
    for (const Polyline& points : polylines(*column, axis.positions(), request)) {
        QPolygonF& edge = edges.emplace_back();
        for (const SeriesPoint& point : points) {
            const QPointF here(axis.xOfPosition(point.position), row.y(point.value));
            if (edge.isEmpty() || std::floor(edge.last().x()) != std::floor(here.x()))
                edge.append(here);
            else
                edge.last().setY(outer(edge.last().y(), here.y()));
        }
    }
    return edges;
}

/// Opaque, in a colour mixed beforehand: a translucent fill costs many times as much. Both edges have values
/// at the same sessions, so their stretches pair up.
void paintAreas(QCPPainter& painter, const Pane& pane, const PaneScene& row, const PlotState& state) {
    for (const Layer& layer : pane.layers) {
        const auto* area = std::get_if<AreaLayer>(&layer);
        if (!area || !area->low || !area->high)
            continue;
        const std::vector<QPolygonF> lows = edgeOf(area->low, row, state.scene.axis, std::max);
        const std::vector<QPolygonF> highs = edgeOf(area->high, row, state.scene.axis, std::min);
        painter.save();
        painter.setClipRect(row.plot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(blended(state.colour(area->role), state.colour(ColourRole::Panel), area->strength));
        for (std::size_t i = 0; i < std::min(lows.size(), highs.size()); ++i) {
            QPolygonF outline = highs[i];
            std::copy(lows[i].rbegin(), lows[i].rend(), std::back_inserter(outline));
            painter.drawPolygon(outline);
        }
        painter.restore();
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
        paintAreas(painter, state.figure->panes[i], row, state);
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
