// The slow, obvious twins that kernels are checked against: two passes over a copy, in long double.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace rotascope::test {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

inline std::vector<double> observations(std::span<const double> values) {
    std::vector<double> out;
    std::copy_if(values.begin(), values.end(), std::back_inserter(out),
                 [](double x) { return !std::isnan(x); });
    return out;
}

inline double naiveMean(std::span<const double> values) {
    long double sum = 0;
    for (const double x : values)
        sum += x;
    return static_cast<double>(sum / static_cast<long double>(values.size()));
}

inline long double naiveMeanLong(std::span<const double> values) {
    long double sum = 0;
    for (const double x : values)
        sum += x;
    return sum / static_cast<long double>(values.size());
}

inline long double naiveCross(std::span<const double> a, std::span<const double> b) {
    const long double meanA = naiveMeanLong(a);
    const long double meanB = naiveMeanLong(b);
    long double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (static_cast<long double>(a[i]) - meanA) * (static_cast<long double>(b[i]) - meanB);
    return sum;
}

/// Sample standard deviation, n − 1.
inline double naiveSd(std::span<const double> values) {
    return static_cast<double>(
        std::sqrt(naiveCross(values, values) / static_cast<long double>(values.size() - 1)));
}

inline double naiveMedian(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

inline double naiveMad(const std::vector<double>& values) {
    const double median = naiveMedian(values);
    std::vector<double> deviations;
    for (const double x : values)
        deviations.push_back(std::abs(x - median));
    return naiveMedian(deviations);
}

inline double naiveShare(std::span<const double> values, double value) {
    const auto count = std::count_if(values.begin(), values.end(), [&](double x) { return x <= value; });
    return static_cast<double>(count) / static_cast<double>(values.size());
}

} // namespace rotascope::test
