// What a fund owes its index when it resets its leverage every day: arithmetic without fees.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Returns over one stretch, fractions. NaN without a stretch (fewer than two closes).
struct DailyReset {
    double index = 0;      ///< R
    double naive = 0;      ///< L · R
    double exact = 0;      ///< Π(1 + L · r_t) − 1; −1 from the first day that loses everything on
    double closedForm = 0; ///< (S_T / S_0)^L · exp(−½ (L² − L) · Σ r_t²) − 1

    double compounding() const { return exact - naive; }
};

/// Of an index's closes from the base to the end, leverage `times` (−3 for an inverse fund).
/// Sources: the product is the fund's own prospectus arithmetic; closed form: Cheng and Madhavan (2009), with
/// the realised variance in place of σ²t.
DailyReset dailyReset(std::span<const double> closes, double times);

/// Exact return over the `sessions` (≥ 1) up to each position; NaN before there are so many, and where a
/// close is not above zero.
std::vector<double> exactReturns(std::span<const double> closes, double times, std::size_t sessions);

/// exact − naive over `sessions` up to each position: how far compounding moved the holder. Positive in a
/// trend.
std::vector<double> compoundingHistory(std::span<const double> closes, double times, std::size_t sessions);

/// ½ (L² − L) · σ² · sessions / 252 as a fraction lost against a path without swings: 1 − exp(−that). Zero
/// for L = 1 and L = 0.
double volatilityDrag(double times, double volatilityPerYear, std::size_t sessions);

} // namespace rotascope
