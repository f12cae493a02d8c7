// What the chain, the pair board and two groups say, in sentences: page and command line read the same.
#pragma once

#include "core/analysis/headline.h"
#include "core/analysis/relative/basket_index.h"
#include "core/analysis/relative/chain.h"
#include "core/analysis/relative/pair_board.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// ★ |z| from which a part of a divergence is called unusual.
constexpr double kUnusualZ = 2.0;

/// "IWM led SPY by 3.8 points in five sessions (98.6th percentile, z +2.41): 0.7 unprofitable small caps
/// (IWM − IJR), 2.7 size (IJR − RSP), 0.4 concentration (RSP − SPY)." Then which part is unusual, and by what
/// history.
Headline chainHeadline(const DivergenceChain& chain);

/// How many pairs have an unusual spread and which, the largest |z| first; how many have none and why.
std::vector<std::string> boardInWords(std::span<const BoardRow> rows, int days);

/// One group against another over the last `days` sessions: returns, spread with z and place in history, and
/// where the ratio stands against its highest.
Headline groupHeadline(const GroupRatio& groups, int days);

} // namespace rotascope
