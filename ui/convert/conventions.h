// ★ What each number means, in one or two sentences: tooltips and the help page read the same row.
#pragma once

#include <QString>

#include <cstdint>
#include <span>

namespace rotascope {

enum class ConventionId : std::uint8_t {
    Session,
    AsOf,
    Move,
    Spread,
    Ratio,
    Relative,
    BothAtHundred,
    Averages,
    Z,
    Percentile,
    Beta,
    Event,
    Horizon,
    Price,
    Overlap,
    Flow,
    Freshness
};

struct Convention {
    ConventionId id;
    const char* term; ///< translated where shown
    const char* text; ///< translated where shown
};

std::span<const Convention> conventionCatalogue();
QString conventionTerm(ConventionId id);
QString conventionText(ConventionId id);

} // namespace rotascope
