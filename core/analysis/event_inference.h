// What a handful of overlapping outcomes can and cannot say. No random numbers: the same figures on every
// machine.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Mean of event outcomes with the interval that overlapping windows allow. Unavailable figures are NaN.
struct OverlapAdjusted {
    std::size_t n = 0;
    double nEffective = 0; ///< n² / W, W = Σ_ij max(0, 1 − |p_i − p_j| / h)
    double mean = 0;
    double sd = 0;            ///< plain sample standard deviation, n − 1
    double standardError = 0; ///< √(s² / n_eff), s² = Σ(x − mean)² / (n − W/n)
    double low = 0;           ///< 95 % interval by Student's t with n_eff − 1 degrees of freedom
    double high = 0;
    double detectable = 0; ///< smallest excess seen with 80 % power: (t.975 + t.80) · standard error
};

/// `positions` are session indices, ascending; `outcomes` belong to them; `horizon` ≥ 1 sessions.
/// Interval and detectable excess need n_eff > 1 and n ≥ 2.
OverlapAdjusted overlapAdjusted(std::span<const std::size_t> positions, std::span<const double> outcomes,
                                std::size_t horizon);

/// The same without the detectable excess, which costs more than all the rest.
OverlapAdjusted overlapInterval(std::span<const std::size_t> positions, std::span<const double> outcomes,
                                std::size_t horizon);

/// n² / W alone; NaN without events.
double effectiveNumber(std::span<const std::size_t> positions, std::size_t horizon);

/// t of the event dummy in a regression of every eligible outcome on it, with Newey and West's variance over
/// horizon − 1 lags (Bartlett weights): a second opinion on the interval above. `events` are indices into the
/// outcomes. NaN without events, and where every eligible session is one. Source: Newey and West (1987).
double neweyWestT(std::span<const double> eligible, std::span<const std::size_t> events, std::size_t horizon);

struct Interval {
    double low = 0;
    double high = 0;
};

/// Wilson's 95 % interval of a share; NaN for n = 0. Source: Wilson (1927).
Interval wilson(std::size_t hits, std::size_t n);

/// Exact 95 % interval of the median by order statistics: the closest pair of ranks whose binomial(n, ½)
/// coverage is at least 95 %; NaN where no pair reaches it (n < 6). `sorted` is ascending.
Interval medianInterval(std::span<const double> sorted);

/// Median of ascending values; NaN for none.
double medianOf(std::span<const double> sorted);

} // namespace rotascope
