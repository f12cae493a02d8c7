// ★ The sections of a report, in their order.
#pragma once

#include "core/figure/derivation.h"
#include "core/report/desk/desk_report.h"
#include "core/workflow/desk_report/report_ground.h"

#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

/// A section with the symbols whose values it read.
struct FilledSection {
    ReportSection section; ///< id and title come from the row
    std::vector<Symbol> symbols;
    std::vector<Derivation> figures = {}; ///< where its figures come from
};

struct ReportSectionRow {
    std::string_view id; ///< in --sections, as anchor, and key of its results
    std::string_view title;
    std::string_view needs; ///< said where the desk has nothing for it
    Result<FilledSection> (*make)(const ReportGround& ground);
};

std::span<const ReportSectionRow> reportSections();

/// Stands for every section.
constexpr std::string_view kAllSections = "all";

/// The rows of these ids in the catalogue's order; all without ids, and for kAllSections. A usage error for
/// one that is not there ("unknown_section").
Result<std::vector<const ReportSectionRow*>> chosenSections(const std::vector<std::string>& ids);

/// What the desk's reports show where nothing else is asked for; empty: all. An id that this program does not
/// know (a newer one kept it) is passed over.
Result<std::vector<std::string>> deskSections(MarketStore& store);
/// Keeps ids between commas for that; empty, or kAllSections: all. A usage error as in chosenSections().
Result<void> saveDeskSections(MarketStore& store, std::string_view ids);

Result<FilledSection> divergenceSection(const ReportGround& ground);
Result<FilledSection> eventsSection(const ReportGround& ground);
Result<FilledSection> flowsSection(const ReportGround& ground);
Result<FilledSection> trendSection(const ReportGround& ground);
Result<FilledSection> rulesSection(const ReportGround& ground);
Result<FilledSection> pairSection(const ReportGround& ground);
Result<FilledSection> catalystsSection(const ReportGround& ground);
Result<FilledSection> findingsSection(const ReportGround& ground);

} // namespace rotascope
