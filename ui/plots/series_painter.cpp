#include "core/figure/polylines.h"
#include "ui/plots/plot_painters.h"

#include <map>

namespace rotascope {

namespace {

constexpr double kBarOpacity = 0.72;
constexpr double kSubjectWidth = 1.5;
constexpr double kCompanionWidth = 1.0;
// Qt strokes a polyline wider than a pixel as one huge path; beyond a few points, separate segments are many
// times faster.
constexpr std::size_t kSegmentsFrom = 400;

QPen penOf(const LineLayer& line, const QColor& colour) {
    QPen pen(colour, line.emphasised ? kSubjectWidth : kCompanionWidth);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(line.dashed ? Qt::FlatCap : Qt::RoundCap);
    if (line.dashed)
        pen.setDashPattern({3, 2.5});
    return pen;
}

QPolygonF pixelsOf(const Polyline& points, const SessionAxis& axis, const PaneScene& row) {
    QPolygonF pixels;
    pixels.reserve(static_cast<qsizetype>(points.size()));
    for (const SeriesPoint& point : points) {
        const double y = row.y(point.value);
        if (std::isfinite(y))
            pixels.append({axis.xOfPosition(point.position), y});
    }
    return pixels;
}

void paintSegments(QCPPainter& painter, const QPolygonF& pixels) {
    QList<QLineF> segments;
    segments.reserve(pixels.size());
    for (qsizetype i = 1; i < pixels.size(); ++i)
        segments.append(QLineF(pixels[i - 1], pixels[i]));
    painter.QPainter::drawLines(segments);
}

void paintLine(QCPPainter& painter, const LineLayer& line, const PaneScene& row, const PlotState& state) {
    if (line.readOutOnly || !line.values)
        return;
    const SessionAxis& axis = state.scene.axis;
    PolylineRequest request;
    request.firstSession = axis.firstSession() - 1;
    request.lastSession = axis.lastSession() + 1;
    request.columnsPerUnit = axis.pixelsPerPosition() * painter.device()->devicePixelRatioF();
    request.joinGaps = line.sparse;
    QPen pen = penOf(line, state.colour(line.role));
    for (const Polyline& points : polylines(*line.values, axis.positions(), request)) {
        const QPolygonF pixels = pixelsOf(points, axis, row);
        painter.setPen(pen);
        if (pixels.size() == 1)
            painter.QPainter::drawPoint(pixels.front());
        else if (static_cast<std::size_t>(pixels.size()) > kSegmentsFrom && !line.dashed)
            paintSegments(painter, pixels);
        else
            painter.QPainter::drawPolyline(pixels);
    }
}

/// Bars that share a pixel column become one, from the lowest to the highest.
struct BarColumn {
    double left = 0;
    double right = 0;
    double low = 0;
    double high = 0;
};

void paintBarColumn(QCPPainter& painter, const BarColumn& column, const BarLayer& bars, const PaneScene& row,
                    const PlotState& state) {
    const QColor& ground = state.colour(ColourRole::Panel);
    const auto fill = [&](double value, ColourRole role) {
        if (value == 0)
            return;
        const double zero = row.y(0);
        const QRectF rect(QPointF(column.left, std::min(zero, row.y(value))),
                          QPointF(column.right, std::max(zero, row.y(value))));
        painter.fillRect(rect, blended(state.colour(role), ground, kBarOpacity));
    };
    fill(column.high, bars.positive);
    fill(column.low, bars.negative);
}

void paintBars(QCPPainter& painter, const BarLayer& bars, const PaneScene& row, const PlotState& state) {
    if (!bars.values)
        return;
    const SessionAxis& axis = state.scene.axis;
    const int end =
        std::min(axis.lastSession() + bars.sessionsPerBar, static_cast<int>(bars.values->size()) - 1);
    std::optional<BarColumn> open;
    for (int session = std::max(axis.firstSession() - 1, 0); session <= end; ++session) {
        const double value = (*bars.values)[static_cast<std::size_t>(session)];
        if (!std::isfinite(value))
            continue;
        const auto [left, right] = barEdges(axis, bars, session);
        if (open && std::floor(open->left) != std::floor(left)) {
            paintBarColumn(painter, *open, bars, row, state);
            open.reset();
        }
        if (!open)
            open = BarColumn{left, right, 0, 0};
        open->right = std::max(open->right, right);
        open->low = std::min(open->low, value);
        open->high = std::max(open->high, value);
    }
    if (open)
        paintBarColumn(painter, *open, bars, row, state);
}

} // namespace

void SeriesPainter::draw(QCPPainter* painter) {
    const PlotScene& scene = m_state.scene;
    for (std::size_t i = 0; i < scene.panes.size(); ++i) {
        const PaneScene& row = scene.panes[i];
        painter->save();
        painter->setClipRect(row.plot.adjusted(-1, -2, 1, 2));
        for (const Layer& layer : m_state.figure->panes[i].layers) {
            painter->setRenderHint(QPainter::Antialiasing, std::holds_alternative<LineLayer>(layer));
            if (const auto* bars = std::get_if<BarLayer>(&layer))
                paintBars(*painter, *bars, row, m_state);
            else if (const auto* line = std::get_if<LineLayer>(&layer))
                paintLine(*painter, *line, row, m_state);
        }
        painter->restore();
    }
}

} // namespace rotascope
