// Breadth for a person at a terminal.
#pragma once

#include "core/analysis/relative/breadth.h"

#include <string>
#include <string_view>

namespace rotascope {

/// The sentences, then every member from leader to laggard. With `isDemo` the heading says that the market is
/// invented.
std::string breadthReport(const Breadth& breadth, std::string_view list, bool isDemo);

} // namespace rotascope
