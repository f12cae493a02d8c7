// A table of peers, summed up; see peer_table.h for what is one.
#pragma once

#include "core/base/date.h"
#include "core/market/instrument.h"

#include <cstddef>
#include <string>

namespace rotascope {

/// One column of the table, summed up. Values are as the file gives them.
struct PeerSummary {
    std::string heading;
    Date date;
    std::size_t peers = 0;
    std::size_t lost = 0; ///< below zero
    double mean = 0;
    double worst = 0;
    Symbol worstName; ///< the first in the file where several lost as much
    double best = 0;
    Symbol bestName;
    bool isPercent = false; ///< every cell has a percent sign; else the file does not say its unit
    int decimals = 0;       ///< of the column, at least 1

    bool operator==(const PeerSummary&) const = default;
};

/// "27 of 29 lost, mean −4.1 %, worst −15.0 % (NAME)"
std::string peerSummaryText(const PeerSummary& summary);

} // namespace rotascope
