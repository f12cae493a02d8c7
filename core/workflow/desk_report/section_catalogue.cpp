#include "core/workflow/desk_report/section_catalogue.h"

#include "core/base/text.h"

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

bool isKnown(std::string_view id) {
    return std::ranges::find(kSections, id, &ReportSectionRow::id) != kSections.end();
}

std::vector<std::string> listedIds(std::string_view text) {
    std::vector<std::string> ids;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        if (const std::string_view id = trimmed(text.substr(0, comma)); !id.empty())
            ids.emplace_back(id);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return ids;
}

} // namespace

std::span<const ReportSectionRow> reportSections() {
    return kSections;
}

Result<std::vector<const ReportSectionRow*>> chosenSections(const std::vector<std::string>& ids) {
    std::string known;
    for (const ReportSectionRow& row : kSections)
        known += (known.empty() ? "" : ", ") + std::string(row.id);
    const bool all = ids.empty() || ids == std::vector<std::string>{std::string(kAllSections)};
    for (const std::string& id : ids)
        if (!all && !isKnown(id))
            return usageError("unknown_section",
                              fmt::format("\"{}\" is no section of a report. There are: {}.", id, known));
    std::vector<const ReportSectionRow*> rows;
    for (const ReportSectionRow& row : kSections)
        if (all || std::ranges::find(ids, row.id) != ids.end())
            rows.push_back(&row);
    return rows;
}

Result<std::vector<std::string>> deskSections(MarketStore& store) {
    const auto text = store.text(DeskText::ReportSections);
    if (!text)
        return Failure(text.error());
    std::vector<std::string> ids = listedIds(*text);
    std::erase_if(ids, [](const std::string& id) { return !isKnown(id); });
    return ids;
}

Result<void> saveDeskSections(MarketStore& store, std::string_view text) {
    const std::vector<std::string> ids = listedIds(text);
    const auto rows = chosenSections(ids);
    if (!rows)
        return Failure(rows.error());
    std::string kept;
    if (rows->size() < kSections.size())
        for (const ReportSectionRow* row : *rows)
            kept += (kept.empty() ? "" : ",") + std::string(row->id);
    return store.setText(DeskText::ReportSections, kept);
}

} // namespace rotascope
