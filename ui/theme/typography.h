// Text sizes and fonts; the family is the system's own.
#pragma once

#include <QFont>

class QEvent;

namespace rotascope {

/// In device-independent pixels, so that 100 to 200 % scaling is the platform's business.
enum class TextSize : int {
    Small = 11,    ///< conventions, axes
    Table = 12,    ///< tables
    Control = 13,  ///< controls, prose
    Sentence = 17, ///< the sentence on top of a page
    Tile = 21      ///< figures of a strip
};

/// The application's family in a fixed size, with tabular figures where Qt can ask for them (6.7).
QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal);

/// Whether a widget's words may measure otherwise after this event.
bool changesTextSize(const QEvent& event);

} // namespace rotascope
