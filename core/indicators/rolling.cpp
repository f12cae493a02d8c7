#include "core/indicators/rolling.h"

#include "core/indicators/anchored_windows.h"

#include <algorithm>
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

/// A column of which all but the first window − 1 will be written.
std::vector<double> warmingUp(std::size_t size, std::size_t window) {
    std::vector<double> column(size);
    std::fill_n(column.begin(), std::min(window - 1, size), kNaN);
    return column;
}

/// What forEachBlockOfWindows adds up for one sum, both ways from the anchor at once and two by two: an
/// addition waits for the one before it, and four that do not wait for each other fill the time.
/// suffix[j] + prefix[j] is the sum of the window that ends j after the anchor, each element less the
/// anchor's.
void sumsAround(const double* anchor, std::size_t count, std::vector<double>& suffix,
                std::vector<double>& prefix) {
    const double origin = *anchor;
    double* const before = suffix.data() + suffix.size() - 1;
    double* const after = prefix.data();
    double left = 0;
    double right = 0;
    before[0] = after[0] = 0;
    std::ptrdiff_t k = 1;
    const auto both = static_cast<std::ptrdiff_t>(count);
    for (; k + 1 < both; k += 2) {
        const double leftOne = anchor[-k] - origin;
        const double rightOne = anchor[k] - origin;
        const double leftBoth = leftOne + (anchor[-k - 1] - origin);
        const double rightBoth = rightOne + (anchor[k + 1] - origin);
        before[-k] = left + leftOne;
        after[k] = right + rightOne;
        before[-k - 1] = left += leftBoth;
        after[k + 1] = right += rightBoth;
    }
    if (k < both)
        after[k] = right + (anchor[k] - origin);
    // Two by two to its end, however many windows there are: later values must not change the last digit.
    const auto all = static_cast<std::ptrdiff_t>(suffix.size());
    for (; k + 1 < all; k += 2) {
        const double one = anchor[-k] - origin;
        const double pair = one + (anchor[-k - 1] - origin);
        before[-k] = left + one;
        before[-k - 1] = left += pair;
    }
    if (k < all)
        before[-k] = left + (anchor[-k] - origin);
}

} // namespace

std::vector<double> simpleMovingAverage(std::span<const double> values, std::size_t window) {
    assert(window >= 1);
    std::vector<double> mean = warmingUp(values.size(), window);
    std::vector<double> suffix(window);
    std::vector<double> prefix(window);
    const double share = 1 / static_cast<double>(window);
    for (std::size_t anchor = window - 1; anchor < values.size(); anchor += window) {
        const std::size_t count = std::min(window, values.size() - anchor);
        sumsAround(values.data() + anchor, count, suffix, prefix);
        const double origin = values[anchor];
        double* const from = mean.data() + anchor;
        for (std::size_t j = 0; j < count; ++j)
            from[j] = origin + (suffix[j] + prefix[j]) * share;
    }
    return mean;
}

Moments rollingMoments(std::span<const double> values, std::size_t window) {
    assert(window >= 2);
    Moments moments{warmingUp(values.size(), window), warmingUp(values.size(), window)};
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
    Regression out{warmingUp(x.size(), window), warmingUp(x.size(), window)};
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
