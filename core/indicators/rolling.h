// core/indicators: kernels over columns of numbers, a column as long as the input out. Includes only the
// standard library and fmt; knows no dates and no instruments. A new kernel is one file here and a naive twin
// in its test; one that people choose by name is also a row of indicator_catalogue.cpp.
//
// Statistics of the last `window` values, finite or NaN. Lookback: the first window − 1 results are NaN. A
// window that holds a NaN is NaN; neither it nor a wild value stays behind in later windows.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Mean and sample standard deviation (n − 1), side by side.
struct Moments {
    std::vector<double> mean;
    std::vector<double> sd;
};

/// Mean of the last `window` values (window ≥ 1); of equal values exactly that value.
std::vector<double> simpleMovingAverage(std::span<const double> values, std::size_t window);

/// Mean and sample standard deviation of the last `window` values (window ≥ 2). Equal values give a deviation
/// of exactly 0.
Moments rollingMoments(std::span<const double> values, std::size_t window);

/// How y moves with x: β = cov(y, x) / var(x), and Pearson's correlation.
struct Regression {
    std::vector<double> beta;        ///< NaN where x does not move
    std::vector<double> correlation; ///< −1 to 1; NaN where either does not move
};

/// Regression of the last `window` pairs (window ≥ 2; both columns equally long).
Regression rollingRegression(std::span<const double> y, std::span<const double> x, std::size_t window);

} // namespace rotascope
