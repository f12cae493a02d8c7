// How a widget tells the style sheet what it is: a dress (what kind of thing), an ink (colour of its text)
// and a size.
#pragma once

#include "core/figure/figure.h"
#include "ui/theme/typography.h"

#include <QLatin1String>

#include <cstdint>

class QWidget;

namespace rotascope {

enum class Dress : std::uint8_t {
    Panel,         ///< a card: panel colour, hairline around, radius 6
    TopBar,        ///< full width, hairline below
    TopBarPast,    ///< the same, tinted: the as-of date lies before the last session
    StatusBar,     ///< full width, hairline above
    Rail,          ///< the list of pages: hairline on its trailing side, accent beside the current row
    Tile,          ///< one figure of a strip: hairline on its trailing side
    TileLast,      ///< the last figure of a strip
    Question,      ///< a card with an accent at its leading side: something has to be decided
    Rule,          ///< a QFrame one pixel high or wide, filled with the hairline
    Button,        ///< a button like any other
    Primary,       ///< the one button that is meant
    Flat,          ///< a button that looks like text until the pointer is on it
    Corner,        ///< the same without a margin, in a corner of a chart
    Segment,       ///< a checkable button inside a row of segments
    SegmentFirst,  ///< its leading end
    SegmentLast,   ///< its trailing end
    SegmentOnly,   ///< a row of one
    Badge,         ///< a small word on muted ground ("armed")
    BadgeAttention ///< a small word that asks to be seen ("firing")
};

/// "panel" for Dress::Panel; the name under which the style sheet knows a dress.
QLatin1String nameOf(Dress dress);

void setDress(QWidget& widget, Dress dress);
void setInk(QWidget& widget, ColourRole role);
void setTextSize(QWidget& widget, TextSize size, QFont::Weight weight = QFont::Normal);

} // namespace rotascope
