// The same question asked of many pairs: how unusual is the move between the two?
#pragma once

#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct BoardPair {
    Symbol small;
    Symbol large;

    bool operator==(const BoardPair&) const = default;
};

/// ★ The pairs of a new desk.
std::vector<BoardPair> shippedPairs();

/// A pair on its own last common session. Numbers are NaN where `missing` says why there are none, or before
/// the warm-up.
struct BoardRow {
    BoardPair pair;
    std::optional<Date> asOf;
    double returnSmall = 0; ///< fractions
    double returnLarge = 0;
    double spread = 0;
    double z = 0;          ///< expanding σ
    double percentile = 0; ///< of the spread among its own, 0 to 1
    double betaSpread = 0; ///< what beta leaves of it
    double betaZ = 0;
    std::string missing; ///< a sentence; empty where the row has its figures
};

/// One row for each pair, in their order; a pair that cannot be analysed has the reason instead of figures.
std::vector<BoardRow> pairBoard(const MarketView& view, std::span<const BoardPair> pairs, int days);

} // namespace rotascope
