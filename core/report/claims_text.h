// Audited claims for a terminal.
#pragma once

#include "core/analysis/claims/claim_audit.h"

#include <string>
#include <vector>

namespace rotascope {

/// Each claim with its sentence and every reading, and how many of each verdict there are.
std::string claimsText(const std::vector<ClaimAudit>& audits);

} // namespace rotascope
