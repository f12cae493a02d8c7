#include "core/workflow/desk_report/section_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr auto kSections = std::to_array<ReportSectionRow>({
    {"divergence", "Divergence", "closes of the pair", divergenceSection},
    {"events", "What followed such moves", "at least 252 sessions of the pair", eventsSection},
    {"flows", "ETF flows", "flows of funds, or shares outstanding with NAV", flowsSection},
    {"trend", "Trend", "daily closes", trendSection},
    {"rules", "Playbook", "the series that its rules name", rulesSection},
    {"pair", "Pair trade", "63 sessions of the pair", pairSection},
    {"catalysts", "What is coming", "nothing", catalystsSection},
    {"findings", "What is odd about the data", "nothing", findingsSection},
});

} // namespace

std::span<const ReportSectionRow> reportSections() {
    return kSections;
}

Result<std::vector<const ReportSectionRow*>> chosenSections(const std::vector<std::string>& ids) {
    std::string known;
    for (const ReportSectionRow& row : kSections)
        known += (known.empty() ? "" : ", ") + std::string(row.id);
    for (const std::string& id : ids)
        if (std::ranges::find(kSections, id, &ReportSectionRow::id) == kSections.end())
            return usageError("unknown_section",
                              fmt::format("\"{}\" is no section of a report. There are: {}.", id, known));
    std::vector<const ReportSectionRow*> rows;
    for (const ReportSectionRow& row : kSections)
        if (ids.empty() || std::ranges::find(ids, row.id) != ids.end())
            rows.push_back(&row);
    return rows;
}

} // namespace rotascope
