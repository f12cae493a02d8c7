// How many take part: breadth of a list of instruments, its leaders and its laggards.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/analysis/trend/average_state.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <string>
#include <vector>

namespace rotascope {

struct BreadthMember {
    Symbol symbol;
    double move = 0; ///< return over the window, fraction
    std::array<std::optional<bool>, kTrendAverages.size()> above{};
};

/// A share and what it is a share of; NaN of nothing.
struct BreadthShare {
    std::size_t count = 0;
    std::size_t of = 0;

    double share() const;
};

struct Breadth {
    Date asOf = Date::min();
    std::size_t window = 0;
    std::vector<BreadthMember> members; ///< with a move, the largest first: leaders in front, laggards behind
    BreadthShare up;
    std::array<BreadthShare, kTrendAverages.size()> above{}; ///< each average, of those past its warm-up
    /// Share of the summed moves that the best fifth of the members made (at least one member); NaN where the
    /// moves do not sum to a gain. Equal weights.
    double bestFifth = 0;
    std::vector<Symbol> leveraged; ///< left out: a multiple of another member says nothing more
    std::vector<Symbol> stale;     ///< left out: no close on the as-of session
    std::vector<Symbol> missing;   ///< without closes, or too few for the window
};

/// Over `window` sessions (≥ 1) of each member. Refuses a list of which nothing is left ("no_data",
/// "before_data"); a window of 0 or above 5,000 is usage ("bad_window").
Result<Breadth> analyseBreadth(const MarketView& view, const Basket& list, std::size_t window);

} // namespace rotascope
