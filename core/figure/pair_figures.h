// Pair trades as pictures: one trade on its way, brackets by their entry, what a structure pays at expiry.
#pragma once

#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/option_odds.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/figure/figure.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// What a bracket lies around and when it is entered, where that is not the pair and any session.
struct BracketChoice {
    Symbol on;        ///< an instrument
    std::string rule; ///< of the playbook
};

/// Profit in three accountings with the stops where they were hit, the fall from the best level, and β over
/// 252 and 63 daily returns. The axis is the pair's sessions.
Figure pairTradeFigure(const PairTrade& trade, const PairSeries& pair);

/// The result of each complete bracket as a bar at its entry, and how long it took. `dates` are those that
/// the brackets' positions mean; `sessions` the axis.
Figure bracketFigure(const BracketTest& test, std::span<const Date> dates, const std::vector<Date>& sessions,
                     const BracketChoice& choice);

/// Profit at expiry over the price's move from today in whole percent, −30 to +30, or what the structure is
/// worth then while no premium was typed in; below, how often the small leg of `price` ended there after
/// `sessions`. What has no payoff of its own shows the latter alone.
Figure payoffFigure(const OptionStructure& structure, const PairSeries& price, const Symbol& symbol,
                    std::size_t sessions);

} // namespace rotascope
