// The placebo of an event study: the event pattern moved to every other place.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// The outcomes that an event pattern is shifted over, made ready once for any number of patterns.
class ShiftPlacebo {
public:
    /// `eligible` holds every eligible session's outcome in order.
    explicit ShiftPlacebo(std::vector<double> eligible);

    /// Share of all circular shifts of the pattern (the observed one included) whose mean lies at least as
    /// far from the mean of all outcomes as the observed mean does; two-sided, tolerance 1e-12. `events` are
    /// indices into the outcomes. NaN without either. Cost: sessions times events.
    double p(std::span<const std::size_t> events) const;

    std::span<const double> outcomes() const { return std::span(m_outcomes).first(m_sessions); }

private:
    std::size_t m_sessions;
    double m_mean; ///< of all outcomes
    /// The outcomes, and as many again from their beginning as one block of shifts reaches beyond the end.
    std::vector<double> m_outcomes;
};

} // namespace rotascope
