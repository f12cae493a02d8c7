// Both legs of a pair between two sessions: what the measure tool says.
#pragma once

#include "core/analysis/pair_series.h"

#include <cstddef>
#include <optional>

namespace rotascope {

/// Sessions below which beta and capture would say nothing.
constexpr std::size_t kMeasuredSessions = 20;

struct Measurement {
    std::size_t sessions = 0; ///< between the two, so that the returns span as many
    double returnSmall = 0;   ///< fraction; NaN where a price is not above zero, as is all that needs one
    double returnLarge = 0;
    double spread = 0;
    double drawdownSmall = 0; ///< deepest fall from a high inside, fraction ≤ 0
    double drawdownLarge = 0;
    /// Of daily returns; empty below kMeasuredSessions or where the large leg does not move.
    std::optional<double> beta;
    /// Mean small-cap return on the large leg's up (down) days over the large leg's own mean; empty without
    /// such days.
    std::optional<double> upCapture;
    std::optional<double> downCapture;
};

/// `from` and `to` are sessions of the pair in either order; one beyond the end means the last. The pair must
/// not be empty.
Measurement measurePair(const PairSeries& pair, std::size_t from, std::size_t to);

} // namespace rotascope
