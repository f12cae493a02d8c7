// Data findings for programs.
#pragma once

#include "core/quality/finding.h"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace rotascope {

/// [{symbol, rule, severity, field, first, last, message, count, cadence, accepted: {reason, at} or null}]
nlohmann::ordered_json findingsAsJson(std::span<const Finding> findings);

} // namespace rotascope
