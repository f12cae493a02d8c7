// Single facts about a pair that a strip of figures shows beside the move.
#pragma once

#include "core/analysis/divergence.h"

#include <cstddef>
#include <optional>

namespace rotascope {

/// The last kept event: z at or above the threshold, de-clustered.
struct LastEvent {
    Date date;
    double z = 0;
    std::size_t sessionsAgo = 0;
};

/// Where the ratio stands against a moving average of itself.
struct AverageState {
    double distance = 0;        ///< ratio / average − 1, fraction; NaN before warm-up
    bool above = false;         ///< ratio > average
    std::size_t sessionsIn = 0; ///< sessions in this state, today included; 0 before warm-up
};

struct PairFacts {
    std::optional<LastEvent> lastEvent;
    AverageState ratioToAverage200;
};

/// Events as in the event study: z of the spread under `sigma` at least `threshold`, then more than `gap`
/// sessions.
PairFacts pairFacts(const Divergence& divergence, SigmaMode sigma, double threshold, std::size_t gap);

} // namespace rotascope
