// How unusual a move is: z under the six estimates of mean and σ.
#pragma once

#include "core/analysis/sigma_mode.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Observations before a z exists under the expanding, robust and EWMA estimates. Expanding and robust count
/// the day itself (252 observations without gaps: first z at index 251), EWMA knows only the days before
/// (index 252), a rolling window must be full; in-sample needs two observations.
constexpr std::size_t kSigmaWarmUp = 252;

/// (x − mean) / σ at every position, mean and σ as the mode says (kSigmaModes); robust: (x − median) /
/// (1.4826 · MAD); EWMA: x / σ. NaN before the warm-up, where x is NaN, and where σ is no more than the
/// rounding of returns (1e-14), so that a series that does not move has no z. Every mode but in-sample gives
/// the same value at a position whatever follows it.
std::vector<double> zScores(std::span<const double> values, SigmaMode mode);

/// The same under every estimate, in the order of kSigmaModes.
std::array<std::vector<double>, kSigmaModeCount> allZScores(std::span<const double> values);

} // namespace rotascope
