#include "core/analysis/relative/chain.h"

#include "core/analysis/relative/common_columns.h"
#include "core/analysis/z_score.h"
#include "core/indicators/expanding.h"
#include "core/indicators/returns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr int kMostDays = 252;

/// ★ What the legs that we know stand for.
struct LegMeaning {
    std::string_view from;
    std::string_view to;
    std::string_view meaning;
};
constexpr std::array kMeanings{
    LegMeaning{"IWM", "IJR", "unprofitable small caps"},
    LegMeaning{"IJR", "RSP", "size"},
    LegMeaning{"RSP", "SPY", "concentration"},
};

std::string_view meaningOf(const Symbol& from, const Symbol& to) {
    for (const LegMeaning& row : kMeanings)
        if (row.from == from && row.to == to)
            return row.meaning;
    return {};
}

Result<void> checked(const ChainParams& params) {
    if (const auto valid = checkedLinks(params.links); !valid)
        return valid;
    if (params.days < 1 || params.days > kMostDays)
        return usageError("bad_days", fmt::format("A move is measured over 1 to {} sessions, not {}.",
                                                  kMostDays, params.days));
    return {};
}

ChainLeg legOf(const Symbol& from, const std::vector<double>& a, const Symbol& to,
               const std::vector<double>& b) {
    ChainLeg leg{from, to, meaningOf(from, to), 0, 0, 0, a, {}};
    for (std::size_t i = 0; i < b.size(); ++i)
        leg.spreads[i] -= b[i];
    leg.zs = zScores(leg.spreads, SigmaMode::Expanding);
    leg.spread = leg.spreads.back();
    leg.z = leg.zs.back();
    leg.percentile = shareAtOrBelow(leg.spreads, leg.spread);
    return leg;
}

} // namespace

Result<void> checkedLinks(std::span<const Symbol> links) {
    std::vector<Symbol> sorted(links.begin(), links.end());
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() < 2 || std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return usageError("bad_chain", "A chain needs at least two different instruments, each once, such as "
                                       "\"IWM IJR RSP SPY\".");
    return {};
}

Result<DivergenceChain> analyseChain(const MarketView& view, const ChainParams& params) {
    if (const auto valid = checked(params); !valid)
        return Failure(valid.error());
    auto common = commonColumns(view, params.links);
    if (!common)
        return Failure(common.error());
    const auto days = static_cast<std::size_t>(params.days);
    if (common->dates.size() <= days)
        return refused("too_short", fmt::format("The chain's instruments share {} sessions; a move over {} "
                                                "needs {}.",
                                                common->dates.size(), days, days + 1));
    std::vector<std::vector<double>> moves;
    for (const std::vector<double>& closes : common->columns)
        moves.push_back(simpleReturns(closes, days));
    DivergenceChain out;
    out.params = params;
    out.asOf = common->dates.back();
    out.dropped = common->dropped;
    out.dates = std::move(common->dates);
    for (std::size_t k = 0; k + 1 < moves.size(); ++k)
        out.legs.push_back(legOf(params.links[k], moves[k], params.links[k + 1], moves[k + 1]));
    out.whole = legOf(params.links.front(), moves.front(), params.links.back(), moves.back());
    return out;
}

} // namespace rotascope
