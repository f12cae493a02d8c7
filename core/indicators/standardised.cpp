#include "core/indicators/standardised.h"

#include "core/indicators/rolling.h"

#include <utility>

namespace rotascope {

std::vector<double> rollingZ(std::span<const double> values, std::size_t window) {
    Moments moments = rollingMoments(values, window);
    for (std::size_t i = 0; i < values.size(); ++i)
        moments.sd[i] = standardised(values[i], moments.mean[i], moments.sd[i]);
    return std::move(moments.sd);
}

} // namespace rotascope
