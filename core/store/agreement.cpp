#include "core/store/market_store.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

bool valuesAgree(double a, int decimalsOfA, double b, int decimalsOfB) {
    const double difference = std::abs(a - b);
    if (difference <= 1e-6 * std::max(std::abs(a), std::abs(b)))
        return true;
    const int coarser = std::min(decimalsOfA, decimalsOfB);
    const double halfUnit = 0.5 * std::pow(10.0, -coarser);
    // 0.005 is not a binary fraction: allow the rounding of the values themselves.
    return difference <= halfUnit + 4e-16 * std::max(std::abs(a), std::abs(b));
}

} // namespace rotascope
