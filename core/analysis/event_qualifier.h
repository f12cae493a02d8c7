// "only if": a condition on the day of an event, such as small > 0.
#pragma once

#include "core/analysis/divergence.h"
#include "core/analysis/sigma_mode.h"
#include "core/base/result.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace rotascope {

/// What a comparison reads on a session: the moves of the study's length, and their z under its σ.
enum class QualifierSeries : std::uint8_t { Small, Large, Spread, Z, ZSmall };

struct Comparison {
    QualifierSeries series = QualifierSeries::Small;
    bool greater = true;
    bool orEqual = false;
    double value = 0; ///< a fraction for moves, σ for z

    bool operator==(const Comparison&) const = default;
};

/// Comparisons that must all hold; none holds always.
using Qualifier = std::vector<Comparison>;

/// Reads "small > 0", "spread >= 3pp and small > 2%", "z < 5". A move compares with 0, % or pp; a z with a
/// bare number. Refuses ("bad_qualifier", usage) anything else, naming the character and what is understood.
Result<Qualifier> parseQualifier(std::string_view text);

/// Whether every comparison holds on a session. Values within 1e-9 · max(1, |value|) are equal; a missing one
/// never holds.
bool holds(const Qualifier& qualifier, const Divergence& divergence, SigmaMode sigma, std::size_t session);

} // namespace rotascope
