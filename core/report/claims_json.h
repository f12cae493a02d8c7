// Audited claims for programs.
#pragma once

#include "core/analysis/claims/claim_audit.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// text, symbol, measure, claimed, unit, made, verdict, sentence, readings.
nlohmann::ordered_json claimAuditAsJson(const ClaimAudit& audit);

} // namespace rotascope
