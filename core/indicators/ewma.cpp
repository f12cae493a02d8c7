#include "core/indicators/ewma.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

std::vector<double> ewmaSigma(std::span<const double> values, double lambda, std::size_t minimum) {
    assert(lambda > 0 && lambda < 1 && minimum >= 1);
    std::vector<double> sigma(values.size(), std::numeric_limits<double>::quiet_NaN());
    std::size_t count = 0;
    double variance = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (count >= minimum)
            sigma[i] = std::sqrt(variance);
        if (std::isnan(values[i]))
            continue;
        const double square = values[i] * values[i];
        variance = count == 0 ? square : lambda * variance + (1 - lambda) * square;
        ++count;
    }
    return sigma;
}

} // namespace rotascope
