// Ticks of the session axis: days, weeks, months, quarters or years, whatever fits without overlap.
#pragma once

#include "core/base/date.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct TimeTick {
    int session = 0;   ///< first session of its period
    std::string label; ///< "Nov", "2025", "6 Nov", "Mar 2025"; empty where it would be cut off or overlap
    bool startsYear = false;
    bool operator==(const TimeTick&) const = default;
};

/// Where sessions stand and how wide text is, in the same unit (pixels). A label begins `labelOffset` after
/// its tick.
struct TimeAxisGeometry {
    int firstSession = 0; ///< in sight, inclusive
    int lastSession = 0;
    double right = 0; ///< where the axis ends
    double labelOffset = 3;
    double gap = 10; ///< least room between two labels
    std::function<double(int session)> position;
    std::function<double(std::string_view label)> labelWidth;
};

/// Ticks from left to right at the first session of each period, the finest periods whose labels keep `gap`.
/// At least one label names the year when there is room for it.
std::vector<TimeTick> timeTicks(std::span<const Date> dates, const TimeAxisGeometry& geometry);

} // namespace rotascope
