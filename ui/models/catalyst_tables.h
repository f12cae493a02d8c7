// What is coming, and the lists that it comes from, as tables.
#pragma once

#include "core/analysis/catalysts/catalysts.h"
#include "ui/models/table_model.h"

#include <vector>

namespace rotascope {

/// In the order of `catalysts`.
TableSnapshot catalystTableOf(const std::vector<Catalyst>& catalysts, Date today);
TableSnapshot catalystListsOf(const std::vector<CatalystList>& lists);

/// "now", "tomorrow", "in 12 days"
QString countdownText(int days);

} // namespace rotascope
