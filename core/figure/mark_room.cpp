#include "core/figure/mark_room.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kMostShare = 0.3;

ValueScale beyond(ValueScale scale, double value, bool below, double share) {
    if (below)
        scale.low = std::min(scale.low, scale.high - (scale.high - value) / (1 - share));
    else
        scale.high = std::max(scale.high, scale.low + (value - scale.low) / (1 - share));
    return scale;
}

} // namespace

ValueScale withRoomForMarks(ValueScale scale, const Pane& pane, int firstSession, int lastSession,
                            double share) {
    if (scale.logarithmic || share > kMostShare)
        return scale;
    for (const Layer& layer : pane.layers) {
        const auto* markers = std::get_if<MarkerLayer>(&layer);
        if (!markers)
            continue;
        for (const MarkerLayer::Mark& mark : markers->marks)
            if (mark.session >= firstSession && mark.session <= lastSession && std::isfinite(mark.value))
                scale = beyond(scale, mark.value, markers->shape == MarkerLayer::Shape::TriangleUp, share);
    }
    return scale;
}

} // namespace rotascope
