// Tables of the Leverage page.
#pragma once

#include "core/analysis/leverage/leverage.h"
#include "ui/models/table_model.h"

namespace rotascope {

/// Index, naive, exact, closed form, fund; compounding and what is left.
TableSnapshot leveragePartsOf(const Leverage& leverage);
/// The same for each horizon that ends on the as-of date.
TableSnapshot leverageCurveOf(const Leverage& leverage);
/// Returns of holding windows: quantiles and the share that lost.
TableSnapshot holdingTableOf(const Leverage& leverage);
/// One bad day.
TableSnapshot shockTableOf(const Leverage& leverage);

} // namespace rotascope
