// Daily log returns of the two indices and the common factors, led through the facts.
#pragma once

#include "core/base/date.h"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

/// Every column as long as `sessions`; the first return is 0.
struct MarketModel {
    std::vector<Date> sessions;
    std::vector<double> large;      ///< log return of the large-cap index
    std::vector<double> small;      ///< log return of the small-cap index
    std::vector<double> growth;     ///< technology and growth against the market
    std::vector<double> financials; ///< banks against the market
    std::vector<double> value;      ///< value against the market
    std::vector<double> largeSigma; ///< daily σ of the large-cap index, known the evening before
};

MarketModel modelMarket();

/// A logarithmic level that a path must meet at `index`.
struct Pin {
    std::size_t index;
    double level;
};

/// The pins of `symbol` as (position of the first date on or after the pin's, log level), ascending.
std::vector<Pin> logPins(std::string_view symbol, std::span<const Date> dates);

/// The path that starts at `start` and meets every pin: between two pins the correction is shared out by
/// `weights` (a variance for each step, 0 where the step must stay as it is). After the last pin it runs
/// free.
std::vector<double> bridgedPath(double start, std::span<const double> steps, std::span<const double> weights,
                                std::span<const Pin> pins);

} // namespace rotascope
