#include "core/indicators/rolling.h"

#include "core/indicators/anchored_windows.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Total {
    double sum = 0;

    void operator+=(const Total& other) { sum += other.sum; }
};

struct PowerSums {
    double first = 0;
    double second = 0;

    void operator+=(const PowerSums& other) {
        first += other.first;
        second += other.second;
    }
};

struct CrossSums {
    double y = 0;
    double x = 0;
    double yy = 0;
    double xy = 0;
    double xx = 0;

    void operator+=(const CrossSums& other) {
        y += other.y;
        x += other.x;
        yy += other.yy;
        xy += other.xy;
        xx += other.xx;
    }
};

/// Rounding may leave a trace below zero; a NaN stays one.
double notNegative(double square) {
    return square < 0 ? 0 : square;
}

} // namespace

std::vector<double> simpleMovingAverage(std::span<const double> values, std::size_t window) {
    assert(window >= 1);
    std::vector<double> mean(values.size(), kNaN);
    const double size = static_cast<double>(window);
    forEachWindow<Total>(
        values.size(), window, [&](std::size_t, std::size_t i) { return Total{values[i]}; },
        [&](std::size_t last, std::size_t, const Total& total) { mean[last] = total.sum / size; });
    return mean;
}

Moments rollingMoments(std::span<const double> values, std::size_t window) {
    assert(window >= 2);
    Moments moments{std::vector<double>(values.size(), kNaN), std::vector<double>(values.size(), kNaN)};
    const double size = static_cast<double>(window);
    forEachWindow<PowerSums>(
        values.size(), window,
        [&](std::size_t anchor, std::size_t i) {
            const double d = values[i] - values[anchor];
            return PowerSums{d, d * d};
        },
        [&](std::size_t last, std::size_t anchor, const PowerSums& sums) {
            const double shift = sums.first / size;
            moments.mean[last] = values[anchor] + shift;
            moments.sd[last] = std::sqrt(notNegative(sums.second - sums.first * shift) / (size - 1));
        });
    return moments;
}

Regression rollingRegression(std::span<const double> y, std::span<const double> x, std::size_t window) {
    assert(window >= 2 && y.size() == x.size());
    Regression out{std::vector<double>(x.size(), kNaN), std::vector<double>(x.size(), kNaN)};
    const double size = static_cast<double>(window);
    forEachWindow<CrossSums>(
        x.size(), window,
        [&](std::size_t anchor, std::size_t i) {
            const double dy = y[i] - y[anchor];
            const double dx = x[i] - x[anchor];
            return CrossSums{dy, dx, dy * dy, dx * dy, dx * dx};
        },
        [&](std::size_t last, std::size_t, const CrossSums& sums) {
            const double xx = sums.xx - sums.x * sums.x / size;
            const double yy = sums.yy - sums.y * sums.y / size;
            const double xy = sums.xy - sums.x * sums.y / size;
            if (xx > 0)
                out.beta[last] = xy / xx;
            if (xx > 0 && yy > 0)
                out.correlation[last] = std::fmax(-1.0, std::fmin(1.0, xy / std::sqrt(xx * yy)));
        });
    return out;
}

} // namespace rotascope
