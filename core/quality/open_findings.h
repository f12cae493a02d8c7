// Findings that were accepted, and the dates on which a series is under an open one.
#pragma once

#include "core/quality/quality_rules.h"
#include "core/store/judgements.h"

#include <span>
#include <vector>

namespace rotascope {

/// Notes on each finding the decision that settles it, if there is one.
void markAccepted(std::vector<Finding>& findings, std::span<const AcceptedFinding> accepted);

/// How many of the findings about `symbol` are open.
std::size_t openCount(std::span<const Finding> findings, std::string_view symbol);

/// The dates of one field that are under an open warning, by date: values there are left out of ranks
/// and z. Notes do not count, since they do not doubt a value.
std::vector<DateRange> doubtfulDates(const InstrumentData& data, Field field,
                                     std::span<const AcceptedFinding> accepted,
                                     Cadence cadence = Cadence::Daily);

} // namespace rotascope
