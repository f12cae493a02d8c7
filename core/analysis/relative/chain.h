// What a divergence is made of: a chain of instruments from the smallest to the largest, each link one
// reason.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// ★ The chain of a new desk: unprofitable small caps, size, concentration.
struct ChainParams {
    std::vector<Symbol> links{"IWM", "IJR", "RSP", "SPY"};
    int days = 5; ///< sessions of the move, 1 to 252
};

/// One step of the chain: the return of `from` less the return of `to`.
struct ChainLeg {
    Symbol from;
    Symbol to;
    std::string_view meaning;    ///< "size"; empty for a leg we have no word for
    double spread = 0;           ///< fraction
    double z = 0;                ///< expanding σ; NaN before its warm-up
    double percentile = 0;       ///< share of its own spreads so far that are at or below it, 0 to 1
    std::vector<double> spreads; ///< history, as long as the chain's dates; NaN before there are `days`
    std::vector<double> zs;
};

struct DivergenceChain {
    ChainParams params;
    std::vector<Date> dates; ///< sessions that every link has
    Date asOf;
    std::size_t dropped = 0;    ///< sessions of the first link that another one lacks
    std::vector<ChainLeg> legs; ///< their spreads add up to the whole's
    ChainLeg whole;             ///< first link less last
};

/// Refuses fewer than two links or one named twice ("bad_chain").
Result<void> checkedLinks(std::span<const Symbol> links);

/// Refuses what checkedLinks refuses, days outside 1…252 ("bad_days"), what
/// commonColumns refuses, and fewer than days + 1 common sessions ("too_short").
Result<DivergenceChain> analyseChain(const MarketView& view, const ChainParams& params);

} // namespace rotascope
