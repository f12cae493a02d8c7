#include "core/figure/value_text.h"
#include "ui/plots/callout.h"
#include "ui/plots/paint_text.h"
#include "ui/plots/plot_metrics.h"
#include "ui/plots/plot_painters.h"

namespace rotascope {

namespace {

constexpr double kDotReach = 6; ///< of the crosshair and the dots on it

void paintTag(QCPPainter& painter, const TextBox& tag, const QColor& fill, const PlotState& state) {
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(tag.rect, 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintText(painter, tag, state.fonts.axis, inkOn(state.theme, fill), kTagPadding);
}

void paintValueLabels(QCPPainter& painter, const PaneScene& row, const PaneCursor& pane,
                      const PlotState& state) {
    for (const ValueTickBox& tick : row.valueTicks) {
        const bool covered = std::any_of(pane.tags.begin(), pane.tags.end(), [&tick](const TagBox& tag) {
            return tag.label.rect.adjusted(0, -1, 0, 1).intersects(tick.label.rect.adjusted(0, 1, 0, -1));
        });
        if (!covered)
            paintText(painter, tick.label, state.fonts.axis, state.colour(ColourRole::MutedText));
    }
    for (const TagBox& tag : pane.tags)
        paintTag(painter, tag.label, state.colour(tag.role), state);
}

void paintLegend(QCPPainter& painter, const PaneCursor& pane, const PlotState& state) {
    for (const LegendItem& item : pane.legend) {
        if (item.shape) {
            const QRectF box(item.name.rect.left() - kNameGap - kMarkSize,
                             item.name.rect.center().y() - kMarkHeight / 2, kMarkSize, kMarkHeight);
            paintShape(painter, box, *item.shape, state.colour(item.role));
        }
        if (item.swatch)
            painter.fillRect(QRectF(item.name.rect.left() - kNameGap - kSwatchWidth,
                                    item.name.rect.center().y() - 1, kSwatchWidth, 2),
                             state.colour(item.role));
        paintText(painter, item.name, state.fonts.legendName,
                  state.colour(item.swatch ? ColourRole::MutedText : item.role));
        paintText(painter, item.value, state.fonts.legend, state.colour(ColourRole::Text));
    }
    paintText(painter, pane.note, state.fonts.legend, state.colour(ColourRole::MutedText));
}

void paintBar(QCPPainter& painter, const PaneCursor& pane, const PlotState& state) {
    if (pane.bar)
        painter.fillRect(*pane.bar, state.colour(pane.barRole));
}

void paintLines(QCPPainter& painter, const Pane& pane, const PaneScene& row, const PaneCursor& cursor,
                const PlotState& state) {
    for (const SingledOut& line : cursor.lines)
        paintSingledOut(painter, std::get<LineLayer>(pane.layers[line.layer]), row, state);
}

void paintCrosshair(QCPPainter& painter, const PlotState& state) {
    const PlotScene& scene = state.scene;
    if (!state.cursor.crosshairX)
        return;
    const QColor& line = state.colour(ColourRole::Average1);
    const double x = *state.cursor.crosshairX;
    for (const PaneScene& row : scene.panes)
        paintHairline(painter, {x, row.plot.top()}, {x, row.outer.bottom()}, line);
    for (const PaneCursor& pane : state.cursor.panes) {
        for (const auto& [point, role] : pane.dots) {
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.setPen(QPen(state.colour(ColourRole::Panel), 1));
            painter.setBrush(state.colour(role));
            painter.drawEllipse(point, 3.5, 3.5);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
}

/// The date covers whole labels of the time axis, never half of one.
void paintDate(QCPPainter& painter, const PlotState& state) {
    if (state.cursor.date.text.isEmpty())
        return;
    for (const TimeTickBox& tick : state.scene.timeTicks)
        if (!tick.label.text.isEmpty() &&
            tick.label.rect.intersects(state.cursor.date.rect.adjusted(-4, 0, 4, 0)))
            painter.fillRect(tick.label.rect.adjusted(-1, 0, 1, 0), state.colour(ColourRole::Panel));
    paintTag(painter, state.cursor.date, state.colour(ColourRole::Text), state);
}

/// Digits that tell one pixel's height from the next.
int decimalsPerPixel(const PaneScene& row, const ValueAxis& axis) {
    const double perPixel = (row.scale.high - row.scale.low) / row.plot.height();
    return std::clamp(static_cast<int>(std::ceil(-std::log10(perPixel))), axis.decimals, 6);
}

/// What the level means, unless a series' own tag stands there.
void paintLevelTag(QCPPainter& painter, const ValueAxis& axis, const PaneScene& row, const PaneCursor& pane,
                   const PlotState& state) {
    const double left = state.scene.axis.right() + kTagOffset;
    const QRectF rect(left, *state.pointerY - kTagHeight / 2, state.scene.whole.width() - kRightMargin - left,
                      kTagHeight);
    for (const TagBox& tag : pane.tags)
        if (tag.label.rect.intersects(rect))
            return;
    const double value = row.scale.value((row.plot.bottom() - *state.pointerY) / row.plot.height());
    const QString words = QString::fromStdString(tickText(value, decimalsPerPixel(row, axis), axis));
    if (state.fonts.axis.width(words) <= rect.width() - kTagPadding)
        paintTag(painter, {rect, words}, state.colour(ColourRole::Hairline), state);
}

/// The level under the mouse, to read a height off the axis.
void paintLevel(QCPPainter& painter, const PlotState& state) {
    if (!state.pointerY || !state.cursor.crosshairX)
        return;
    for (std::size_t i = 0; i < state.scene.panes.size(); ++i) {
        const PaneScene& row = state.scene.panes[i];
        if (*state.pointerY < row.plot.top() || *state.pointerY > row.plot.bottom())
            continue;
        QPen pen(state.colour(ColourRole::Average1), 1);
        pen.setDashPattern({2, 3});
        painter.setPen(pen);
        painter.drawLine(QLineF(row.plot.left(), *state.pointerY, row.plot.right(), *state.pointerY));
        paintLevelTag(painter, state.figure->panes[i].axis, row, state.cursor.panes[i], state);
    }
}

void paintDragged(QCPPainter& painter, const PlotState& state) {
    if (!state.dragged)
        return;
    QColor fill = state.colour(ColourRole::LargeCap);
    fill.setAlphaF(0.12F);
    const SessionAxis& axis = state.scene.axis;
    for (const PaneScene& row : state.scene.panes) {
        const QRectF band(QPointF(axis.x(state.dragged->first), row.plot.top()),
                          QPointF(axis.x(state.dragged->last), row.plot.bottom()));
        painter.fillRect(band.normalized().intersected(row.plot), fill);
    }
}

/// Shows where the keyboard is.
void paintFrame(QCPPainter& painter, const PlotState& state) {
    if (!state.framed)
        return;
    painter.setPen(QPen(state.colour(ColourRole::LargeCap), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(state.scene.whole.adjusted(0.5, 0.5, -1.5, -1.5));
}

} // namespace

void paintCursor(QCPPainter& painter, const PlotState& state) {
    const PlotScene& scene = state.scene;
    if (scene.panes.empty() || state.cursor.panes.size() != scene.panes.size())
        return;
    paintDragged(painter, state);
    for (const PaneCursor& pane : state.cursor.panes)
        paintBar(painter, pane, state);
    for (std::size_t i = 0; i < scene.panes.size(); ++i)
        paintLines(painter, state.figure->panes[i], scene.panes[i], state.cursor.panes[i], state);
    paintCrosshair(painter, state);
    for (std::size_t i = 0; i < scene.panes.size(); ++i) {
        paintLegend(painter, state.cursor.panes[i], state);
        paintValueLabels(painter, scene.panes[i], state.cursor.panes[i], state);
    }
    paintLevel(painter, state);
    paintDate(painter, state);
    paintFrame(painter, state);
    paintCallout(painter, state);
}

QRegion cursorRegion(const PlotState& state) {
    const PlotScene& scene = state.scene;
    const double right = scene.axis.right();
    QRegion region = scene.timeAxis.adjusted(-kLeftMargin, 0, 0, 0).toAlignedRect();
    region += QRectF(right, 0, scene.whole.width() - right, scene.whole.height()).toAlignedRect();
    for (const PaneScene& row : scene.panes)
        region += row.header.toAlignedRect();
    for (const PaneCursor& pane : state.cursor.panes)
        if (pane.bar)
            region += pane.bar->adjusted(-1, -1, 1, 1).toAlignedRect();
    for (std::size_t i = 0; i < state.cursor.panes.size(); ++i)
        if (!state.cursor.panes[i].lines.empty())
            region += scene.panes[i].plot.adjusted(-2, -2, 2, 2).toAlignedRect();
    if (state.cursor.crosshairX) {
        const double x = *state.cursor.crosshairX;
        region += QRectF(x - kDotReach, 0, 2 * kDotReach, scene.whole.height()).toAlignedRect();
    }
    if (state.pointerY)
        region += QRectF(0, *state.pointerY - 2, scene.whole.width(), 4).toAlignedRect();
    return region;
}

} // namespace rotascope
