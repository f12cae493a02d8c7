// The study under other knobs as rows of a strip.
#pragma once

#include "core/analysis/event_robustness.h"
#include "ui/models/knob_row.h"

#include <optional>
#include <vector>

namespace rotascope {

/// What a cell of knobRows() stands for: one knob turned, the others as they are.
struct KnobTurn {
    std::optional<SigmaMode> sigma;
    std::optional<double> threshold;
    std::optional<int> gap;
};

/// Gap, threshold, σ.
std::vector<KnobRow> knobRows(const EventRobustness& robustness);
/// What a click on a cell of these rows asks for.
KnobTurn turnAt(const EventRobustness& robustness, int row, int cell);
/// Without one year, by decade, by direction of the 10-year yield.
std::vector<KnobRow> regimeRows(const EventRobustness& robustness);

} // namespace rotascope
