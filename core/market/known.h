// What was known of dated values on a date (see Availability): the one rule behind every explicit as-of.
#pragma once

#include "core/market/market.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace rotascope {

/// How an availability is written in tables.
constexpr std::string_view wordsOf(Availability availability) {
    constexpr std::array<std::string_view, 3> kWords{"same day", "next session", "after the period"};
    return kWords[static_cast<std::size_t>(availability)];
}

/// Refuses a symbol that is not among those known on a date, naming the nearest one. The desk may hold it:
/// later.
Failure nothingKnownOf(std::string_view symbol, std::span<const Symbol> held, Date asOf);

/// The first date on which an observation of `date` is known. A week is "after the period" on the Monday that
/// follows it; dated on a Sunday, it is the week that begins then.
Date knownOn(Date date, Availability availability, Cadence cadence);

/// How many of the first observations are known on `asOf`.
std::size_t knownCount(std::span<const Date> dates, Availability availability, Cadence cadence, Date asOf);

/// Leaves only what was known on `asOf`, as an as-of view does, for those who look at whole instruments.
void keepKnown(InstrumentData& data, Date asOf);

} // namespace rotascope
