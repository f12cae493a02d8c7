// Stops that a pair trade is held against where none is named.
#pragma once

#include "core/analysis/pair_trade/stop_rule.h"

#include <vector>

namespace rotascope {

/// ★ 3 % over the last five sessions, since the entry, and from the best level.
inline std::vector<StopRule> usualStops() {
    return {{StopReference::Rolling, 5, 0.03},
            {StopReference::SinceEntry, 5, 0.03},
            {StopReference::Trailing, 5, 0.03}};
}

} // namespace rotascope
