// Yields and credit for a person at a terminal.
#pragma once

#include "core/analysis/yields/yield_study.h"

#include <string>

namespace rotascope {

/// The last `weeks` of every yield, the sentences, weeks by size of the change, credit. With `isDemo` the
/// heading says that the market is invented.
std::string yieldsReport(const YieldStudy& study, std::size_t weeks, bool isDemo);

} // namespace rotascope
