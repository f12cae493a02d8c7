#include "core/report/claims_json.h"

#include "core/report/json.h"

namespace rotascope {

namespace {

std::string_view unitOf(const MarketClaim& claim) {
    if (claim.measure == ClaimMeasure::Level)
        return "level";
    if (claim.measure == ClaimMeasure::Volume)
        return "times";
    return claim.isBasisPoints ? "bp" : "percent";
}

} // namespace

Json claimAuditAsJson(const ClaimAudit& audit) {
    Json readings = Json::array();
    for (const ClaimReading& row : audit.readings)
        readings.push_back({{"convention", row.convention},
                            {"as_of", isoText(row.asOf)},
                            {"value", jsonNumber(row.value)},
                            {"verdict", nameOf(row.verdict)},
                            {"adjusted", row.isAdjusted}});
    const MarketClaim& claim = audit.claim;
    return {{"text", claim.text},
            {"symbol", claim.symbol},
            {"measure", kClaimMeasures[static_cast<std::size_t>(claim.measure)].id},
            {"claimed", claim.value},
            {"unit", unitOf(claim)},
            {"made", isoText(claim.made)},
            {"verdict", nameOf(audit.verdict)},
            {"sentence", audit.sentence},
            {"readings", std::move(readings)}};
}

} // namespace rotascope
