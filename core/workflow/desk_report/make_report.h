// A desk's report.
#pragma once

#include "core/report/desk/desk_report.h"
#include "core/workflow/desk_report/report_ground.h"

#include <optional>
#include <string>

namespace rotascope {

/// Who writes it and when: core reads no clock.
struct ReportWriter {
    std::string program;         ///< version
    std::string writtenAt;       ///< UTC
    std::optional<Date> knownOn; ///< what the store was told to look back to
};

/// Every section that was asked for; one that the desk has nothing for says what it needs. The analysis is a
/// function of the desk's values up to the report's date: a desk that ends there gives the same. Refuses what
/// groundOf() and chosenSections() refuse; errors of the desk end the report.
Result<DeskReport> makeReport(MarketStore& store, const ReportAsk& ask, const ReportWriter& writer);

} // namespace rotascope
