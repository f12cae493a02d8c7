#include "ui/plots/paint_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

namespace rotascope {

void paintText(QPainter& painter, const TextBox& box, const QFont& font, const QColor& colour,
               double padding) {
    if (box.text.isEmpty())
        return;
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(font);
    painter.setPen(colour);
    const double baseline = box.rect.center().y() + QFontMetricsF(font).capHeight() / 2;
    painter.drawText(QPointF(box.rect.left() + padding, baseline), box.text);
}

void paintShape(QPainter& painter, const QRectF& rect, MarkerLayer::Shape shape, const QColor& colour) {
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (shape == MarkerLayer::Shape::Circle) {
        painter.drawEllipse(rect);
    } else {
        const bool up = shape == MarkerLayer::Shape::TriangleUp;
        const double tip = up ? rect.top() : rect.bottom();
        const double base = up ? rect.bottom() : rect.top();
        painter.drawPolygon(QPolygonF({{rect.left(), base}, {rect.right(), base}, {rect.center().x(), tip}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintHairline(QPainter& painter, QPointF from, QPointF to, const QColor& colour) {
    painter.setPen(QPen(colour, 1));
    painter.drawLine(QLineF(from, to));
}

} // namespace rotascope
