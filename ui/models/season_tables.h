// Tables of the Seasons and Yields pages.
#pragma once

#include "core/analysis/seasons/seasons.h"
#include "core/analysis/yields/yield_study.h"
#include "ui/models/table_model.h"

namespace rotascope {

/// Calendar years of the pair, the latest first.
TableSnapshot yearTableOf(const Seasons& seasons);
/// Year-ends, the latest first: December, then the first quarter.
TableSnapshot yearEndTableOf(const Seasons& seasons);
/// The window that ends today and the same of earlier years, the latest first.
TableSnapshot windowTableOf(const Seasons& seasons);

/// The latest `most` weeks of each yield, the latest first: value, change, streak.
TableSnapshot yieldTableOf(const YieldTable& table, std::size_t most);
/// What the pair did in weeks by the yield's change.
TableSnapshot bucketTableOf(const YieldStudy& study);
TableSnapshot creditTableOf(const YieldStudy& study);

} // namespace rotascope
