// Room in a pane for marks and their labels beyond the outermost value.
#pragma once

#include "core/figure/value_scale.h"

namespace rotascope {

/// `scale` with `share` of its height free beyond the outermost mark of sessions first..last: above triangles
/// that point down and circles, below those that point up. Unchanged on a logarithmic scale, and where the
/// pane is too low to spare it.
ValueScale withRoomForMarks(ValueScale scale, const Pane& pane, int firstSession, int lastSession,
                            double share);

} // namespace rotascope
