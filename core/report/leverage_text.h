// A leveraged fund against its index, for a person at a terminal.
#pragma once

#include "core/analysis/leverage/leverage.h"

#include <string>

namespace rotascope {

/// The stretch with its parts, the horizon curve, what holding has returned, one bad day. With `isDemo` the
/// heading says that the market is invented.
std::string leverageText(const Leverage& leverage, bool isDemo);

} // namespace rotascope
