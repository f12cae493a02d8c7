#include "core/indicators/returns.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> simpleReturns(std::span<const double> prices, std::size_t sessions) {
    assert(sessions >= 1);
    std::vector<double> returns(prices.size(), kNaN);
    for (std::size_t i = sessions; i < prices.size(); ++i)
        returns[i] = simpleReturn(prices[i - sessions], prices[i]);
    return returns;
}

} // namespace rotascope
