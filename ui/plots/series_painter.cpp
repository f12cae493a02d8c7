#include "core/figure/polylines.h"
#include "ui/plots/plot_painters.h"

#include <QPaintEngine>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr double kBarOpacity = 0.72;
constexpr double kSubjectWidth = 1.5;
constexpr double kCompanionWidth = 1.0;
constexpr double kDenseWidth = 1.0;
constexpr double kDash = 3;
constexpr double kGap = 2.5;
// A line to a point far outside of the pane is as good as upright, and would have dashes without end.
constexpr double kLongestDashed = 10'000;
// More points than this in sight, and a line is drawn thin and without dashes: there is no room for more.
constexpr qsizetype kManyPoints = 900;
// A line this many times as long as it is wide fills its pane; it is drawn as one upright stroke per pixel
// column.
constexpr double kTangledLength = 8;
// …and lets through what lies behind.
constexpr float kTangledSubject = 0.8F;
constexpr float kTangledCompanion = 0.35F;

QColor faded(QColor colour, float opacity) {
    colour.setAlphaF(opacity);
    return colour;
}

bool isOfPixels(const QPainter& painter) {
    return painter.paintEngine()->type() == QPaintEngine::Raster;
}

/// 1 on paper, where a unit is not divided into pixels.
double pixelsPerUnit(const QPainter& painter) {
    return isOfPixels(painter) ? painter.deviceTransform().m11() : 1;
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

bool isTangled(const QPolygonF& pixels) {
    double length = 0;
    for (qsizetype i = 1; i < pixels.size(); ++i)
        length += std::abs(pixels[i].y() - pixels[i - 1].y());
    return pixels.size() > kManyPoints && length > kTangledLength * (pixels.back().x() - pixels.front().x());
}

/// One stroke per device column from the lowest to the highest point, joined to the column before.
void paintColumns(QPainter& painter, const QPolygonF& pixels, const QColor& colour, double deviceRatio) {
    QList<QLineF> strokes;
    double column = std::floor(pixels.front().x() * deviceRatio);
    double low = pixels.front().y();
    double high = low;
    const auto flush = [&] {
        const double x = (column + 0.5) / deviceRatio;
        strokes.append(QLineF(x, low, x, std::max(high, low + 1)));
    };
    for (qsizetype i = 1; i < pixels.size(); ++i) {
        const double here = std::floor(pixels[i].x() * deviceRatio);
        if (here != column) {
            flush();
            column = here;
            low = high = pixels[i - 1].y();
        }
        low = std::min(low, pixels[i].y());
        high = std::max(high, pixels[i].y());
    }
    flush();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colour, 0));
    painter.drawLines(strokes);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

/// Qt strokes a polyline wider than a pixel as one path, at a hundred times the cost of its segments one by
/// one; square caps close the joints.
void paintSegments(QPainter& painter, const QPolygonF& pixels, QPen pen) {
    QList<QLineF> segments;
    segments.reserve(pixels.size());
    for (qsizetype i = 1; i < pixels.size(); ++i)
        segments.append(QLineF(pixels[i - 1], pixels[i]));
    pen.setCapStyle(Qt::SquareCap);
    painter.setPen(pen);
    painter.drawLines(segments);
}

/// A line of two device pixels, as most are at 200 %: Qt draws hairlines at a tenth of the cost of wide
/// segments, and three of them, moved to the corners of a triangle, cover the same width in each direction.
void paintTwoPixels(QPainter& painter, const QPolygonF& pixels, const QColor& colour, double pixel) {
    const double reach = pixel / 2;
    painter.setPen(QPen(colour, 0));
    QPointF moved;
    for (const QPointF corner : {QPointF(-reach, reach), QPointF(reach, reach), QPointF(0, -reach)}) {
        painter.translate(corner - std::exchange(moved, corner));
        painter.drawPolyline(pixels);
    }
    painter.translate(-moved);
}

/// The pieces of a line that its dashes cover.
QList<QLineF> dashesOf(const QPolygonF& pixels) {
    QList<QLineF> dashes;
    bool isDash = true;
    double left = kDash; // of the dash or the gap that is being drawn
    for (qsizetype i = 1; i < pixels.size(); ++i) {
        const QLineF line(pixels[i - 1], pixels[i]);
        const double length = line.length();
        if (length > kLongestDashed) {
            dashes.append(line);
            continue;
        }
        const auto add = [&](double from, double to) {
            if (isDash && to > from)
                dashes.append(QLineF(line.pointAt(from / length), line.pointAt(to / length)));
        };
        double from = 0;
        for (; length - from > left; left = isDash ? kDash : kGap) {
            add(from, from + left);
            from += left;
            isDash = !isDash;
        }
        add(from, length);
        left -= length - from;
    }
    return dashes;
}

/// Qt's own dashes cost as much as twenty lines.
void paintDashes(QPainter& painter, const QPolygonF& pixels, QPen pen) {
    pen.setCapStyle(Qt::FlatCap);
    if (isOfPixels(painter)) {
        painter.setPen(pen);
        return painter.drawLines(dashesOf(pixels));
    }
    pen.setDashPattern({kDash / pen.widthF(), kGap / pen.widthF()});
    painter.setPen(pen);
    painter.drawPolyline(pixels);
}

void paintPolyline(QPainter& painter, const QPolygonF& pixels, const LineLayer& line, const QColor& colour,
                   double deviceRatio) {
    const bool many = pixels.size() > kManyPoints;
    const QPen pen(colour, many ? kDenseWidth : line.emphasised ? kSubjectWidth : kCompanionWidth);
    const double deviceWidth = pen.widthF() * deviceRatio;
    painter.setPen(pen);
    if (pixels.size() == 1)
        painter.drawEllipse(pixels.front(), 1, 1);
    else if (isTangled(pixels))
        paintColumns(painter, pixels, faded(colour, line.emphasised ? kTangledSubject : kTangledCompanion),
                     deviceRatio);
    else if (line.dashed && !many)
        paintDashes(painter, pixels, pen);
    else if (deviceWidth <= 1 || !isOfPixels(painter))
        painter.drawPolyline(pixels);
    else if (std::abs(deviceWidth - 2) < 0.1)
        paintTwoPixels(painter, pixels, colour, 1 / deviceRatio);
    else
        paintSegments(painter, pixels, pen);
}

void paintLine(QCPPainter& painter, const LineLayer& line, const PaneScene& row, const PlotState& state) {
    if (line.readOutOnly || line.presence == Presence::OnHover || !line.values)
        return;
    const SessionAxis& axis = state.scene.axis;
    const double deviceRatio = pixelsPerUnit(painter);
    PolylineRequest request;
    request.firstSession = axis.firstSession() - 1;
    request.lastSession = axis.lastSession() + 1;
    request.columnsPerUnit = axis.pixelsPerPosition() * deviceRatio;
    request.joinGaps = line.sparse;
    for (const Polyline& points : polylines(*line.values, axis.positions(), request)) {
        const QPolygonF pixels = pixelsOf(points, axis, row);
        if (!pixels.isEmpty())
            paintPolyline(painter, pixels, line, state.colour(line.role), deviceRatio);
    }
}

/// Bars that share a pixel column become one, from the lowest to the highest.
struct BarColumn {
    double left = 0;
    double right = 0;
    double low = 0;
    double high = 0;
    bool unfinished = false; ///< hatched
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
        const QColor ink = blended(state.colour(role), ground, kBarOpacity);
        if (!column.unfinished)
            return painter.fillRect(rect, ink);
        painter.fillRect(rect, QBrush(ink, Qt::BDiagPattern));
        painter.setPen(QPen(ink, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
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
        const bool unfinished =
            std::find(bars.unfinished.begin(), bars.unfinished.end(), session) != bars.unfinished.end();
        if (open && std::floor(open->left) != std::floor(left)) {
            paintBarColumn(painter, *open, bars, row, state);
            open.reset();
        }
        if (!open)
            open = BarColumn{left, right, 0, 0, unfinished};
        open->right = std::max(open->right, right);
        open->low = std::min(open->low, value);
        open->high = std::max(open->high, value);
    }
    if (open)
        paintBarColumn(painter, *open, bars, row, state);
}

} // namespace

void paintSingledOut(QCPPainter& painter, const LineLayer& line, const PaneScene& row,
                     const PlotState& state) {
    LineLayer shown = line;
    shown.presence = Presence::Always;
    shown.role = ColourRole::Event;
    shown.emphasised = true;
    painter.save();
    painter.setClipRect(row.plot.adjusted(-1, -2, 1, 2));
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintLine(painter, shown, row, state);
    painter.restore();
}

void paintSeries(QCPPainter& painter, const PlotState& state) {
    const PlotScene& scene = state.scene;
    for (std::size_t i = 0; i < scene.panes.size(); ++i) {
        const PaneScene& row = scene.panes[i];
        painter.save();
        painter.setClipRect(row.plot.adjusted(-1, -2, 1, 2));
        for (const Layer& layer : state.figure->panes[i].layers) {
            painter.setRenderHint(QPainter::Antialiasing, std::holds_alternative<LineLayer>(layer));
            if (const auto* bars = std::get_if<BarLayer>(&layer))
                paintBars(painter, *bars, row, state);
            else if (const auto* line = std::get_if<LineLayer>(&layer))
                paintLine(painter, *line, row, state);
        }
        painter.restore();
    }
}

} // namespace rotascope
