// Tables of a divergence: performance, z under six estimates, and the data behind a chart.
#pragma once

#include "core/analysis/divergence.h"
#include "core/figure/figure.h"
#include "ui/models/table_model.h"

#include <span>

namespace rotascope {

TableSnapshot performanceTableOf(const Divergence& divergence, std::span<const PerformanceRow> rows);
/// Six estimates of σ and the beta-adjusted line; a z at or above `threshold` is an event and shown as one.
TableSnapshot sigmaTableOf(const Divergence& divergence, double threshold);
/// One row per session first..last, newest first: every line and bar layer of the figure.
TableSnapshot figureDataOf(const Figure& figure, std::size_t first, std::size_t last);

} // namespace rotascope
