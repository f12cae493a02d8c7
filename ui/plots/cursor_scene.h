// What follows the crosshair: legends with the values there, tags on the value axis, the date below. Composed
// on every move of the pointer, so it touches one session only.
#pragma once

#include "ui/plots/plot_scene.h"

namespace rotascope {

/// One series (or kind of mark) in a pane's header: its name in its colour, then its value.
struct LegendItem {
    TextBox name;
    TextBox value;
    ColourRole role = ColourRole::Text;
    std::optional<MarkerLayer::Shape> shape; ///< drawn before the name
    bool swatch = false; ///< the role is too pale to read: a stroke of it, then the name in muted ink
};

/// A filled box on the value axis.
struct TagBox {
    TextBox label; ///< rect of the whole tag
    double wantedY = 0;
    ColourRole role = ColourRole::Text;
};

/// A line that is not always there, singled out by name or by the pointer near it.
struct SingledOut {
    std::size_t layer = 0;
    bool near = false; ///< by the pointer
};

/// What may single a line out.
struct LineWish {
    std::optional<double> pointerY; ///< of the mouse; the keyboard has none
    std::string name;               ///< of a line that stays singled out
};

struct PaneCursor {
    std::vector<LegendItem> legend;
    TextBox note;
    std::vector<TagBox> tags;
    std::vector<std::pair<QPointF, ColourRole>> dots; ///< where the crosshair meets the lines
    std::optional<QRectF> bar;                        ///< the bar read out, painted in full colour
    ColourRole barRole = ColourRole::Positive;
    std::vector<SingledOut> lines; ///< drawn over the picture
};

struct CursorScene {
    int session = -1; ///< whose values are shown; −1 without sessions
    std::optional<double> crosshairX;
    TextBox date; ///< tag at the time axis, only with a crosshair
    std::vector<PaneCursor> panes;
};

/// Widths that the values of one pane's legend may take, so that the legend stands still while the crosshair
/// moves.
using LegendWidths = std::vector<std::vector<double>>;
LegendWidths legendWidths(const Figure& figure, const PlotFonts& fonts);

/// "Wed 6 Nov 2024. RUT / SPX 84.5, SMA50 80.9, …" for a screen reader.
QString spokenValues(const CursorScene& cursor);

/// Left and right edge, in pixels, of the bar whose value stands at `session`.
std::pair<double, double> barEdges(const SessionAxis& axis, const BarLayer& bars, int session);

/// `cursor` nullopt: values of the as-of session (else the last), without a crosshair.
CursorScene composedCursor(const Figure& figure, const PlotScene& scene, std::optional<int> cursor,
                           const PlotFonts& fonts, const LegendWidths& widths, const LineWish& wish = {});

} // namespace rotascope
