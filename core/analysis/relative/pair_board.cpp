#include "core/analysis/relative/pair_board.h"

#include "core/analysis/divergence.h"

#include <algorithm>
#include <limits>

namespace rotascope {

namespace {

BoardRow rowOf(const MarketView& view, const BoardPair& pair, int days) {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    const auto divergence = analyseDivergence(view, {pair.small, pair.large, days, false});
    if (!divergence)
        return {pair, {}, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, divergence.error().message};
    return {pair,
            divergence->asOf,
            divergence->returnSmall,
            divergence->returnLarge,
            divergence->spread,
            divergence->zSpread[indexOf(SigmaMode::Expanding)].z,
            divergence->percentile,
            divergence->beta.spread,
            divergence->beta.z,
            {}};
}

} // namespace

std::vector<BoardPair> shippedPairs() {
    return {{"RUT", "SPX"}, {"IWM", "SPY"}, {"IJR", "SPY"},  {"IJR", "RSP"}, {"IWM", "QQQ"},
            {"KRE", "SPY"}, {"XLI", "SPY"}, {"AVUV", "IWM"}, {"VB", "VOO"},  {"RSP", "SPY"}};
}

std::vector<BoardRow> pairBoard(const MarketView& view, std::span<const BoardPair> pairs, int days) {
    std::vector<BoardRow> out;
    for (const BoardPair& pair : pairs)
        out.push_back(rowOf(view, pair, days));
    return out;
}

} // namespace rotascope
