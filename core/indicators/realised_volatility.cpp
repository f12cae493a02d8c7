#include "core/indicators/realised_volatility.h"

#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <cmath>
#include <utility>

namespace rotascope {

std::vector<double> realisedVolatility(std::span<const double> prices, std::size_t window) {
    Moments moments = rollingMoments(simpleReturns(prices, 1), window);
    const double perYear = std::sqrt(kSessionsPerYear);
    for (double& sd : moments.sd)
        sd *= perYear;
    return std::move(moments.sd);
}

} // namespace rotascope
