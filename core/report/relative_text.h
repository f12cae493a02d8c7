// Chain, pair board and groups for a person at a terminal. With `isDemo` a heading says that the market is
// invented.
#pragma once

#include "core/analysis/relative/basket_index.h"
#include "core/analysis/relative/chain.h"
#include "core/analysis/relative/pair_board.h"

#include <span>
#include <string>

namespace rotascope {

std::string chainReport(const DivergenceChain& chain, bool isDemo);
std::string boardReport(std::span<const BoardRow> rows, int days, bool isDemo);
std::string groupsReport(const GroupRatio& groups, int days, bool isDemo);

/// " · DEMO: an invented market" or nothing: how headings end.
std::string demoMark(bool isDemo);

} // namespace rotascope
