// A report that comes back: what it holds, and whether it is still as it was written.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/instrument.h"
#include "core/report/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class ReportState : std::uint8_t {
    AsWritten,
    Edited,   ///< the seal does not fit, or is another's
    Truncated ///< its end is missing
};

struct ReadReport {
    ReportState state = ReportState::AsWritten;
    Json data;         ///< as in reportAsJson(); null where a truncated report lost it
    std::string shown; ///< the page's analysis, as HTML
};

/// Refuses what is no report ("not_a_report"), and one of a newer format ("newer_report").
Result<ReadReport> readReport(std::string_view html);

/// What has to be computed again.
struct ReportQuestion {
    Symbol small;
    Symbol large;
    Date asOf;
    std::optional<Date> askedAsOf; ///< nullopt: everything dated up to `asOf`, whenever it was published
    std::optional<Date> knownOn;
    std::vector<std::string> sections;
};

/// Refuses a report whose data lack what they need ("damaged_report").
Result<ReportQuestion> questionOf(const Json& data);

} // namespace rotascope
