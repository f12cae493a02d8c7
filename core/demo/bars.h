// From a path of closes to daily bars: open, high, low, dividend-adjusted close, volume.
#pragma once

#include "core/market/market.h"

#include <span>
#include <string_view>

namespace rotascope {

struct BarRecipe {
    std::string_view symbol;
    std::span<const Date> dates;
    std::span<const double> closes; ///< already rounded
    std::span<const double> sigmas; ///< daily σ of each session
    bool adjusted = false;          ///< whether there is an adjusted close
    double dividendYield = 0;       ///< annual percent, paid in four parts
    double firstVolume = 0;         ///< a normal day's, in shares, at the start and at the end
    double lastVolume = 0;
};

/// low ≤ open, close ≤ high; volume grows with |return| / σ and halves on early closes.
PriceBars makeBars(const BarRecipe& recipe);

} // namespace rotascope
