// Where everything of a picture stands, in pixels of the widget. Composed from a figure, a range and a size,
// painted by the painters, looked at by tests. No colours, no QCustomPlot.
#pragma once

#include "core/figure/figure.h"
#include "core/figure/value_scale.h"
#include "ui/plots/measured_font.h"
#include "ui/plots/session_axis.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace rotascope {

struct TextBox {
    QRectF rect;
    QString text;
};

/// A tick of the value axis; the label stands right of the plot.
struct ValueTickBox {
    double value = 0;
    double y = 0;
    TextBox label;
};

struct TimeTickBox {
    int session = 0;
    double x = 0;
    bool startsYear = false; ///< or is the origin of an axis of steps
    TextBox label;           ///< empty text: a grid line only
};

struct MarkBox {
    int session = 0;
    Date date;
    QPointF tip; ///< the value marked
    QRectF shape;
    std::optional<TextBox> label;
    ColourRole role = ColourRole::Event;
    MarkerLayer::Shape kind = MarkerLayer::Shape::TriangleDown;
};

struct PaneScene {
    QRectF outer;
    QRectF header; ///< legend and note
    QRectF plot;   ///< where values are drawn
    ValueScale scale;
    std::vector<ValueTickBox> valueTicks;
    std::vector<MarkBox> marks;
    bool hasValues = true; ///< false: says so instead

    double y(double value) const { return plot.bottom() - scale.fraction(value) * plot.height(); }
};

struct PlotScene {
    QRectF whole;
    SessionAxis axis;
    std::vector<PaneScene> panes;
    std::vector<TimeTickBox> timeTicks;
    QRectF timeAxis;
    std::optional<double> originX; ///< where step 0 of an axis of steps stands, when in sight
    std::optional<double> asOfX;   ///< where the dotted line stands, when in sight
    QString emptyText;             ///< said in place of panes that have nothing to show
};

/// Fonts of all text in a picture.
struct PlotFonts {
    MeasuredFont axis;
    MeasuredFont legend;
    MeasuredFont legendName;
    PlotFonts();
};

/// Room on the right for labels and tags, wide enough for every value of the figure.
double valueAxisWidth(const Figure& figure, const PlotFonts& fonts);

/// Room that the tick labels of `scene` take; zooming in may need more digits than the whole figure does.
double neededAxisWidth(const PlotScene& scene);

/// `axis` brings range and positions; its pixels are set here.
PlotScene composed(const Figure& figure, SessionAxis axis, QSizeF size, const PlotFonts& fonts,
                   double axisWidth);

} // namespace rotascope
