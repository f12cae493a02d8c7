// What followed earlier moves of today's size: the sobering half of the Overview's headline.
#pragma once

#include "core/analysis/divergence.h"
#include "core/analysis/event_outcomes.h"

#include <optional>

namespace rotascope {

/// |z| below which a move is an ordinary one: what followed moves of its size is what followed any session.
constexpr double kOrdinaryZ = 1.0;

/// Small − large over as many sessions as the move has, from the next close on, after earlier moves of at
/// least today's |z| in its direction. z is expanding, and no two of the moves share a session.
struct Aftermath {
    std::size_t moves = 0; ///< with all of the sessions after them
    HorizonOutcomes outcomes;
};

/// nullopt where today's move is ordinary or has no z.
std::optional<Aftermath> aftermathOf(const Divergence& divergence);

} // namespace rotascope
