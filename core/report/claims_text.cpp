#include "core/report/claims_text.h"

#include "core/base/text.h"
#include "core/report/text_table.h"

namespace rotascope {

std::string claimsText(const std::vector<ClaimAudit>& audits) {
    constexpr int kDecimals = 2;
    std::string text;
    for (const ClaimAudit& audit : audits) {
        text += audit.claim.text + "\n  " + audit.sentence + "\n";
        TextTable table{{"  reading", "figure", "verdict"}, {}};
        for (const ClaimReading& row : audit.readings)
            table.rows.push_back({"  " + row.convention + (row.isAdjusted ? " (adjusted)" : ""),
                                  groupedNumber(row.value, kDecimals), std::string(nameOf(row.verdict))});
        text += (table.rows.empty() ? "" : alignedText(table, {2})) + "\n";
    }
    return text + auditSummary(audits) + "\n";
}

} // namespace rotascope
