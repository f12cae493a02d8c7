// What the Flows page's painted widgets show, from core's results.
#pragma once

#include "core/analysis/flows/flow_quadrant.h"
#include "ui/widgets/quadrant_view.h"
#include "ui/widgets/rotation_view.h"

#include <vector>

namespace rotascope {

/// Baskets of the rotation from source to destination.
std::vector<RotationBar> rotationBars(const Flows& flows);
/// "97 % of gross … Money has no labels …", with what was left out.
QString rotationNote(const Flows& flows);

/// Small caps in their own ink: the funds of the basket of that name.
std::vector<QuadrantPoint> quadrantPoints(const FlowQuadrant& quadrant, const Flows& flows);
QuadrantTexts quadrantTexts(const FlowQuadrant& quadrant);
/// What the picture leaves out, else what its tails are.
QString quadrantNote(const FlowQuadrant& quadrant);

} // namespace rotascope
