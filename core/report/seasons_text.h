// Seasons of a pair for a person at a terminal.
#pragma once

#include "core/analysis/seasons/seasons.h"

#include <string>

namespace rotascope {

/// The sentences, the verdicts of a claim, then the spread by month and year. With `isDemo` the heading says
/// that the market is invented.
std::string seasonsReport(const Seasons& seasons, bool isDemo);

} // namespace rotascope
