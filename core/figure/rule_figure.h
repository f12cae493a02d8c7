// A rule over time: its measure against the threshold, and when it fired.
#pragma once

#include "core/figure/figure.h"
#include "core/rules/playbook_reading.h"

#include <vector>

namespace rotascope {

/// What the rule's first comparison measures on `sessions`, in the unit that people read, with the threshold
/// and a mark on the first session of each episode; a rule of flags alone shows its episodes.
Figure ruleFigure(const RuleReading& reading, const std::vector<Date>& sessions);

} // namespace rotascope
