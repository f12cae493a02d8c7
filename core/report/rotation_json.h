// The rotation map for programs.
#pragma once

#include "core/analysis/relative/rotation_map.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// as_of, benchmark, weekly, formula, tracks: [{symbol, as_of, strength, momentum, quadrant, in_quadrant,
/// last_turn, visits}], missing, words.
nlohmann::ordered_json rotationAsJson(const RotationMap& map);

} // namespace rotascope
