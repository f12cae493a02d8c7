// Text at exact places, the same in both reading directions.
#pragma once

#include "ui/plots/plot_scene.h"

#include <QColor>

class QPainter;

namespace rotascope {

/// Writes `box.text` from its left edge, vertically centred on capitals and figures.
void paintText(QPainter& painter, const TextBox& box, const QFont& font, const QColor& colour,
               double padding = 0);

/// A triangle or circle filling `rect`.
void paintShape(QPainter& painter, const QRectF& rect, MarkerLayer::Shape shape, const QColor& colour);

/// A one-pixel line that no scaling blurs.
void paintHairline(QPainter& painter, QPointF from, QPointF to, const QColor& colour);

} // namespace rotascope
