// Fusion with flat fields: combo boxes, date and number fields, check marks. What a style sheet can only do
// with pictures. Colours come from the palette.
#pragma once

#include <QProxyStyle>

namespace rotascope {

class QuietStyle : public QProxyStyle {
public:
    QuietStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    /// Text runs in its own direction, whatever the frame's: "+8.5 %" keeps its sign in front.
    void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
};

} // namespace rotascope
