// The words of the measure tool's box.
#pragma once

#include "core/analysis/divergence.h"
#include "core/analysis/measurement.h"
#include "ui/plots/figure_view.h"

#include <vector>

namespace rotascope {

std::vector<CalloutLine> measurementLines(const Divergence& divergence, const Measurement& measurement,
                                          Date first, Date last);

} // namespace rotascope
