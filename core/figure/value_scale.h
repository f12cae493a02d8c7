// What the value axis of a pane spans, and where a value stands on it.
#pragma once

#include "core/figure/figure.h"

namespace rotascope {

/// From `low` at the bottom to `high` at the top; always low < high, and both positive when logarithmic.
struct ValueScale {
    double low = 0;
    double high = 1;
    bool logarithmic = false;

    /// 0 at the bottom, 1 at the top; NaN for what a logarithmic axis cannot show.
    double fraction(double value) const;
    /// The value at a fraction of the height.
    double value(double fraction) const;
    bool operator==(const ValueScale&) const = default;
};

/// The scale that fits everything `pane` draws in sessions first..last (inclusive, clamped to the data), with
/// a margin, and reaches the axis's own minimums. Logarithmic only if wanted and every value in sight is
/// positive.
ValueScale fittedScale(const Pane& pane, int firstSession, int lastSession);

/// Whether anything the pane draws has a value in sessions first..last.
bool hasValues(const Pane& pane, int firstSession, int lastSession);

} // namespace rotascope
