// The rotation map for a person at a terminal.
#pragma once

#include "core/analysis/relative/rotation_map.h"

#include <string>

namespace rotascope {

/// The sentences, then the table of quadrants. With `isDemo` the heading says that the market is invented.
std::string rotationReport(const RotationMap& map, bool isDemo);

} // namespace rotascope
