// What the painters read: the figure, the theme, where everything stands, and what the user marked.
#pragma once

#include "ui/plots/cursor_scene.h"
#include "ui/plots/figure_view.h"
#include "ui/plots/plot_scene.h"

#include <optional>

namespace rotascope {

/// Sessions that the user drags over, or has measured.
struct Selection {
    int first = 0;
    int last = 0;
    std::vector<CalloutLine> lines; ///< empty: only the band
};

struct PlotState {
    std::shared_ptr<const Figure> figure;
    Theme theme;
    PlotFonts fonts;
    PlotScene scene;
    CursorScene cursor;
    bool framed = false;               ///< the keyboard came here
    std::string singledOut;            ///< the name of a line that is drawn over the picture
    std::optional<double> pointerY;    ///< a level line follows the mouse, not the keyboard
    std::optional<Selection> measured; ///< stays until it is cleared
    std::optional<Selection> dragged;  ///< while the button is down

    const QColor& colour(ColourRole role) const { return theme.colour(role); }
};

} // namespace rotascope
