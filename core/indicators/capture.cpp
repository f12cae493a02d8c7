#include "core/indicators/capture.h"

#include "core/indicators/anchored_windows.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// y and x on the days x rises, y and x on the days it falls; a missing number spoils all four.
std::array<double, 4> partsOf(double y, double x) {
    if (std::isnan(x + y))
        return {kNaN, kNaN, kNaN, kNaN};
    return {x > 0 ? y : 0, x > 0 ? x : 0, x < 0 ? y : 0, x < 0 ? x : 0};
}

} // namespace

Capture rollingCapture(std::span<const double> y, std::span<const double> x, std::size_t window) {
    assert(window >= 1 && y.size() == x.size());
    Capture out{std::vector<double>(x.size(), kNaN), std::vector<double>(x.size(), kNaN)};
    forEachBlockOfWindows<4>(
        x.size(), window, [&](std::size_t, std::size_t i) { return partsOf(y[i], x[i]); },
        [&](std::size_t anchor, std::size_t count, const WindowSums<4>& sums) {
            for (std::size_t j = 0; j < count; ++j) {
                out.up[anchor + j] = sums[1][j] > 0 ? sums[0][j] / sums[1][j] : kNaN;
                out.down[anchor + j] = sums[3][j] < 0 ? sums[2][j] / sums[3][j] : kNaN;
            }
        });
    return out;
}

} // namespace rotascope
