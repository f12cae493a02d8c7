// What holding something for some weeks has returned, and what one bad day would do.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Returns over every window of `sessions` (they overlap). Fractions; NaN without a window.
struct HoldingWindow {
    std::size_t sessions = 0;
    std::size_t windows = 0;
    double mean = 0;
    double low5 = 0; ///< 5 % of the windows ended at or below it
    double low25 = 0;
    double median = 0;
    double high75 = 0;
    double high95 = 0;
    double lost = 0; ///< share that ended below zero
};

/// Quantiles by linear interpolation between order statistics (type 7).
HoldingWindow holdingWindow(std::span<const double> closes, std::size_t sessions);

/// ★ Windows that are shown: an unlevered index is held longer than its leveraged fund.
constexpr std::array<std::size_t, 3> kIndexWindows{21, 42, 63};
constexpr std::array<std::size_t, 3> kFundWindows{10, 20, 40};

/// ★ Days that are tried.
constexpr std::array<double, 3> kShocks{-0.03, -0.05, -0.15};

/// One day of the index, and what it does to those who hold something else. Fractions.
struct Shock {
    double index = 0;
    double fund = 0;    ///< L · index, at worst everything
    double inverse = 0; ///< the fund of the opposite sign
    double pair =
        0; ///< long the index, short the large leg, which moves by its beta on the index; NaN unknown
};

/// `largeOnSmall`: beta of the large leg's daily returns on the index's.
std::array<Shock, kShocks.size()> shockTable(double times, double largeOnSmall);

} // namespace rotascope
