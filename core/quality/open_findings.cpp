#include "core/quality/open_findings.h"

#include <algorithm>

namespace rotascope {

void markAccepted(std::vector<Finding>& findings, std::span<const AcceptedFinding> accepted) {
    if (accepted.empty())
        return;
    for (Finding& finding : findings) {
        const FindingKey key = finding.key();
        const auto settled = std::ranges::find_if(
            accepted, [&](const AcceptedFinding& row) { return row.finding.covers(key); });
        if (settled != accepted.end())
            finding.accepted = *settled;
    }
}

std::size_t openCount(std::span<const Finding> findings, std::string_view symbol) {
    return static_cast<std::size_t>(std::ranges::count_if(findings, [symbol](const Finding& finding) {
        return finding.symbol == symbol && !finding.accepted;
    }));
}

std::vector<DateRange> doubtfulDates(const InstrumentData& data, Field field,
                                     std::span<const AcceptedFinding> accepted, Cadence cadence) {
    std::vector<Finding> warnings = everyWarning(data, field, cadence);
    markAccepted(warnings, accepted);
    std::vector<DateRange> out;
    for (const Finding& finding : warnings)
        if (!finding.accepted)
            out.push_back({finding.first, finding.last});
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace rotascope
