// Findings of one rule about one series, together: what a reader wants to know first is how many there are.
#pragma once

#include "core/quality/finding.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// At least one finding; all of the same symbol, rule, cadence and field, and all open or all accepted for
/// the same reason.
struct FindingGroup {
    std::vector<Finding> findings;

    const Finding& front() const { return findings.front(); }
    bool isAccepted() const { return front().accepted.has_value(); }
    DateRange range() const;
    /// Observations, those that a finding sums up included.
    std::size_t count() const;
    /// "37 gaps between 2016-01-04 and 2025-02-03"; a single finding's own message.
    std::string message() const;
};

/// In the order of their first findings; open groups before accepted ones.
std::vector<FindingGroup> groupedFindings(std::span<const Finding> findings);

} // namespace rotascope
