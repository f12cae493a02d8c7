// Layers of a pane as SVG: one function per kind.
#pragma once

#include "core/report/figure_scene.h"

#include <string>

namespace rotascope::svg {

/// What stands behind the grid: bands and areas.
std::string ground(const Layer& layer, const FigureScene& scene, const ScenePane& row);
/// What stands on it: bars and lines, with no more points than the sheet can show.
std::string series(const Layer& layer, const FigureScene& scene, const ScenePane& row);

} // namespace rotascope::svg
