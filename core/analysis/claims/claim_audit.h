// A published claim against the data: one verdict for each way to read it, and what cannot be known.
#pragma once

#include "core/analysis/claims/market_claim.h"
#include "core/market/market.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

enum class ClaimVerdict : std::uint8_t {
    Matches, ///< rounds to the claim at its own decimals
    Near,    ///< within a fifth of it
    Contradicted,
    Unknown ///< because …
};
constexpr std::array<std::string_view, 4> kClaimVerdicts{"matches", "near", "contradicted", "unknown"};

constexpr std::string_view nameOf(ClaimVerdict verdict) {
    return kClaimVerdicts[static_cast<std::size_t>(verdict)];
}

/// One way to read the claim.
struct ClaimReading {
    std::string convention; ///< "5 sessions to 28 Nov 2025", "week ending 28 Nov 2025"
    Date asOf;
    double value = 0; ///< in the claim's unit; NaN where the history is too short
    ClaimVerdict verdict = ClaimVerdict::Unknown;
    bool isAdjusted = false; ///< of dividend-adjusted closes
};

struct ClaimAudit {
    MarketClaim claim;
    std::vector<ClaimReading> readings;           ///< the claim's own words first
    ClaimVerdict verdict = ClaimVerdict::Unknown; ///< of its own words
    std::string sentence;
};

/// Looks at nothing later than the claim's date. A series that the desk lacks, that does not reach the date,
/// or whose closes are adjusted for dividends where they would contradict, makes the verdict unknown, with
/// the reason.
ClaimAudit auditClaim(const MarketView& view, const MarketClaim& claim);

/// "3 match, 1 near, 2 contradicted, 2 unknown"
std::string auditSummary(const std::vector<ClaimAudit>& audits);

} // namespace rotascope
