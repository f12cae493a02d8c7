// Breadth for a person at a terminal.
#pragma once

#include "core/analysis/relative/breadth.h"
#include "core/analysis/relative/breadth_series.h"
#include "core/analysis/relative/constituents.h"

#include <string>
#include <vector>

namespace rotascope {

/// Everything that `rota breadth` tells.
struct BreadthReport {
    std::string list;
    Breadth breadth;
    std::vector<BreadthReading> imported;
    Result<ConstituentGain> constituents;

    std::vector<std::string> words() const;
};

/// The sentences, then every member from leader to laggard. With `isDemo` the heading says that the market is
/// invented.
std::string breadthReport(const BreadthReport& report, bool isDemo);

} // namespace rotascope
