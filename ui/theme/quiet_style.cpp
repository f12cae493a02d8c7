#include "ui/theme/quiet_style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOptionComplex>

namespace rotascope {

namespace {

constexpr double kRadius = 6;
constexpr double kCheckRadius = 3;
constexpr int kFieldHeight = 26;

QColor borderOf(const QStyleOption& option) {
    return option.palette.color(option.state & QStyle::State_HasFocus ? QPalette::Link : QPalette::Mid);
}

void paintField(QPainter& painter, const QStyleOption& option) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(borderOf(option), 1));
    painter.setBrush(option.palette.color(QPalette::Button));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.restore();
}

/// A chevron in the middle of `rect`; `down` or up.
void paintChevron(QPainter& painter, const QRectF& rect, bool down, const QStyleOption& option, bool usable) {
    const double height = down ? 2 : -2;
    const QPointF middle = rect.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(option.palette.color(usable ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText), 1.4);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF(
        {middle + QPointF(-3.5, -height), middle + QPointF(0, height), middle + QPointF(3.5, -height)}));
    painter.restore();
}

void paintCheckBox(QPainter& painter, const QStyleOption& option) {
    const bool checked = !(option.state & QStyle::State_Off);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(checked ? QPalette::Link : QPalette::PlaceholderText), 1));
    painter.setBrush(option.palette.color(checked ? QPalette::Link : QPalette::Base));
    painter.drawRoundedRect(box, kCheckRadius, kCheckRadius);
    QPen mark(option.palette.color(QPalette::Base), 1.6);
    mark.setCapStyle(Qt::RoundCap);
    mark.setJoinStyle(Qt::RoundJoin);
    painter.setPen(mark);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    if (option.state & QStyle::State_NoChange)
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    else if (checked)
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
    painter.restore();
}

void paintRadioButton(QPainter& painter, const QStyleOption& option) {
    const bool checked = option.state & QStyle::State_On;
    const QRectF circle = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(checked ? QPalette::Link : QPalette::PlaceholderText), 1));
    painter.setBrush(option.palette.color(checked ? QPalette::Link : QPalette::Base));
    painter.drawEllipse(circle);
    if (checked) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.color(QPalette::Base));
        painter.drawEllipse(circle.center(), circle.width() * 0.2, circle.height() * 0.2);
    }
    painter.restore();
}

} // namespace

QuietStyle::QuietStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    if (element == PE_IndicatorCheckBox)
        paintCheckBox(*painter, *option);
    else if (element == PE_IndicatorRadioButton)
        paintRadioButton(*painter, *option);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const {
    const bool usable = option->state & State_Enabled;
    if (control == CC_ComboBox) {
        paintField(*painter, *option);
        paintChevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget), true, *option,
                     usable);
        return;
    }
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_SpinBox && spin) {
        paintField(*painter, *option);
        if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        paintChevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget), false, *option,
                     usable && spin->stepEnabled & QAbstractSpinBox::StepUpEnabled);
        paintChevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget), true, *option,
                     usable && spin->stepEnabled & QAbstractSpinBox::StepDownEnabled);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void QuietStyle::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette,
                              bool enabled, const QString& text, QPalette::ColorRole role) const {
    const int own = text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    QProxyStyle::drawItemText(painter, rect, flags | own, palette, enabled, text, role);
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const {
    const QSize fitted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const bool field = type == CT_ComboBox || type == CT_SpinBox;
    return field ? fitted.expandedTo(QSize(0, kFieldHeight)) : fitted;
}

} // namespace rotascope
