// A leveraged fund in sentences.
#pragma once

#include "core/analysis/headline.h"
#include "core/analysis/leverage/leverage.h"

#include <string>
#include <vector>

namespace rotascope {

/// "3", "−3", "1.5"
std::string timesText(double times);

/// What the fund made, what the daily reset owed, and for whom compounding worked; last, muted, what is left.
Headline leverageHeadline(const Leverage& leverage);

/// What a holder should know: the cost of the index's swings over each window, calendars that differ, an odd
/// day. Each a sentence.
std::vector<std::string> leverageWarnings(const Leverage& leverage);

} // namespace rotascope
