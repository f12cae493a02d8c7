// Ticks of an axis that counts sessions from an event.
#pragma once

#include "core/figure/figure.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct StepTick {
    int index = 0;     ///< of the figure's columns
    std::string label; ///< "event", "63", "−21"
    double left = 0;   ///< where the label begins: centred below its tick, within the axis
    bool origin = false;
    bool operator==(const StepTick&) const = default;
};

/// Where steps stand and how wide text is, in the same unit (pixels).
struct StepAxisGeometry {
    int firstIndex = 0; ///< in sight, inclusive
    int lastIndex = 0;
    double left = 0; ///< where the axis begins and ends
    double right = 0;
    double gap = 10; ///< least room between two labels
    std::function<double(int index)> position;
    std::function<double(std::string_view label)> labelWidth;
};

/// The origin first, then the named steps from the far end; where few of these are in sight, round numbers
/// between them. From left to right; no two labels overlap.
std::vector<StepTick> stepTicks(const StepAxis& axis, const StepAxisGeometry& geometry);

/// "63 sessions after the event", "the event", "21 sessions before the event"; of another unit "+8 %".
std::string stepText(const StepAxis& axis, int index);

} // namespace rotascope
