// Whether closes are prices that somebody paid.
#pragma once

#include <cstddef>
#include <span>

namespace rotascope {

/// What the last closes of a series in dollars say.
struct QuoteCheck {
    std::size_t examined = 0; ///< the last 504, or all there are
    std::size_t odd = 0;      ///< those that are no whole number of cents

    /// At most one in ten is odd. (American prices are quoted in cents since 2001; a dividend that was paid
    /// since, or a split, moves every earlier close of an adjusted file off them.) Fewer than 21 closes show
    /// nothing.
    bool looksQuoted() const;
};

QuoteCheck checkQuotes(std::span<const double> closes);

} // namespace rotascope
