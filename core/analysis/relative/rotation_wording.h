// Who leads and who turned, in sentences: page and command line read the same.
#pragma once

#include "core/analysis/relative/rotation_map.h"

#include <string>
#include <vector>

namespace rotascope {

/// ★ Sessions (weeks) within which a change of quadrant is told.
constexpr std::size_t kRecentTurn = 5;

/// The last change of quadrant of a track; nullopt when it has been in its quadrant since its first point.
struct QuadrantTurn {
    Quadrant from{};
    Quadrant to{};
    Date date; ///< first in the new one
};
std::optional<QuadrantTurn> lastTurn(const RotationTrack& track);

/// "Leading against SPY: IWM (12 sessions) and KRE (3 sessions)." and so on for each quadrant that holds one;
/// then who changed within the last kRecentTurn and when; last what has no place on the map.
std::vector<std::string> rotationInWords(const RotationMap& map);

} // namespace rotascope
