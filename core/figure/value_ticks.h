// Ticks of a value axis: 1, 2, 5 steps, decades on a logarithmic axis, or the axis's own fixed ticks.
#pragma once

#include "core/figure/value_scale.h"

#include <string>
#include <vector>

namespace rotascope {

struct ValueTick {
    double value = 0;
    std::string label;
    bool operator==(const ValueTick&) const = default;
};

/// Ticks from bottom to top inside `scale`, drawn `height` pixels high with labels of `labelHeight` pixels.
/// Labels never overlap. Fixed ticks that would are thinned from zero outwards.
std::vector<ValueTick> valueTicks(const ValueAxis& axis, const ValueScale& scale, double height,
                                  double labelHeight);

} // namespace rotascope
