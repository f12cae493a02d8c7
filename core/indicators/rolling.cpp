#include "core/indicators/rolling.h"

#include "core/indicators/anchored_windows.h"

#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Rounding may leave a trace below zero; a NaN stays one.
double notNegative(double square) {
    return square < 0 ? 0 : square;
}

double withinOne(double correlation) {
    return correlation > 1 ? 1 : correlation < -1 ? -1 : correlation;
}

} // namespace

// The one column that charts ask for again and again: forEachBlockOfWindows without its third pass.
std::vector<double> simpleMovingAverage(std::span<const double> values, std::size_t window) {
    assert(window >= 1);
    std::vector<double> mean(values.size(), kNaN);
    std::vector<double> suffix(window);
    const double share = 1 / static_cast<double>(window);
    for (std::size_t anchor = window - 1; anchor < values.size(); anchor += window) {
        const double origin = values[anchor];
        const auto term = [&](std::size_t i) { return std::array{values[i] - origin}; };
        runningSums<1>(
            window, [&](std::size_t k) { return term(anchor - k); },
            [&](std::size_t k, const std::array<double, 1>& sum) { suffix[window - 1 - k] = sum[0]; });
        mean[anchor] = origin + suffix[0] * share;
        double* const after = mean.data() + anchor + 1;
        runningSums<1>(
            std::min(window, values.size() - anchor) - 1, [&](std::size_t k) { return term(anchor + 1 + k); },
            [&](std::size_t k, const std::array<double, 1>& sum) {
                after[k] = origin + (suffix[k + 1] + sum[0]) * share;
            });
    }
    return mean;
}

Moments rollingMoments(std::span<const double> values, std::size_t window) {
    assert(window >= 2);
    Moments moments{std::vector<double>(values.size(), kNaN), std::vector<double>(values.size(), kNaN)};
    const double share = 1 / static_cast<double>(window);
    const double sampleShare = 1 / static_cast<double>(window - 1);
    forEachBlockOfWindows<2>(
        values.size(), window,
        [&](std::size_t anchor, std::size_t i) {
            const double d = values[i] - values[anchor];
            return std::array{d, d * d};
        },
        [&](std::size_t anchor, std::size_t count, const WindowSums<2>& sums) {
            const double origin = values[anchor];
            double* const mean = moments.mean.data() + anchor;
            double* const sd = moments.sd.data() + anchor;
            for (std::size_t j = 0; j < count; ++j) {
                const double shift = sums[0][j] * share;
                mean[j] = origin + shift;
                sd[j] = std::sqrt(notNegative(sums[1][j] - sums[0][j] * shift) * sampleShare);
            }
        });
    return moments;
}

Regression rollingRegression(std::span<const double> y, std::span<const double> x, std::size_t window) {
    assert(window >= 2 && y.size() == x.size());
    Regression out{std::vector<double>(x.size(), kNaN), std::vector<double>(x.size(), kNaN)};
    const double share = 1 / static_cast<double>(window);
    forEachBlockOfWindows<5>(
        x.size(), window,
        [&](std::size_t anchor, std::size_t i) {
            const double dy = y[i] - y[anchor];
            const double dx = x[i] - x[anchor];
            return std::array{dy, dx, dy * dy, dx * dy, dx * dx};
        },
        [&](std::size_t anchor, std::size_t count, const WindowSums<5>& sums) {
            double* const beta = out.beta.data() + anchor;
            double* const correlation = out.correlation.data() + anchor;
            for (std::size_t j = 0; j < count; ++j) {
                const double yy = sums[2][j] - sums[0][j] * sums[0][j] * share;
                const double xy = sums[3][j] - sums[0][j] * sums[1][j] * share;
                const double xx = sums[4][j] - sums[1][j] * sums[1][j] * share;
                const double r = withinOne(xy / std::sqrt(xx * yy));
                beta[j] = xx > 0 ? xy / xx : kNaN;
                correlation[j] = ((xx > 0) & (yy > 0)) ? r : kNaN;
            }
        });
    return out;
}

} // namespace rotascope
