// A week's ETF flows for programs. Keys are those of the command line's contract.
#pragma once

#include "core/analysis/flows/flow_study.h"
#include "core/analysis/flows/flows.h"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace rotascope {

/// week_ending, sessions, expected_sessions, running, league, baskets, history, months, pair, findings,
/// studies. Flows in USD, percentages as fractions, ranks from 1 (the largest inflow); what cannot be known
/// is null.
nlohmann::ordered_json flowsAsJson(const Flows& flows, std::span<const FlowStudy> studies);

} // namespace rotascope
