// What the lines above a table's header say about all of its rows.
#pragma once

#include "core/csv/dialect.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct Preamble {
    std::string ticker; ///< "Security,RTY Index", "Ticker: IWM"
    std::optional<std::int32_t>
        day;                     ///< "Fund Holdings as of,Nov 28, 2025"; only where it can be read in one way
    std::string returns;         ///< the line that says the table holds returns in percent; empty for none
    std::string cumulative;      ///< the line that says the table holds sums ("Cumulative flows")
    bool flows = false;          ///< it speaks of flows
    std::vector<double> missing; ///< "Missing data are indicated by -99.99 or -999."
};

Preamble readPreamble(std::span<const HeadRecord> records);

/// Whether a title or a file's name speaks of flows, in one of the five languages.
bool speaksOfFlows(std::string_view words);

} // namespace rotascope
