// A report for programs: {"report": format, "analysis": …, "analysis_sha256", "changes",
// "provenance": …}. The analysis
// is a function of the desk's values as of the date; the provenance is one object beside it.
#pragma once

#include "core/report/desk/desk_report.h"

#include <string>

namespace rotascope {

/// as_of, known_on, small, large, demo, headline, results: {section: …}.
Json analysisAsJson(const DeskReport& report);
Json provenanceAsJson(const ReportProvenance& provenance);

/// The whole object.
Json reportAsJson(const DeskReport& report);

/// SHA-256 of an analysis, or of one section's results, in its shortest text.
std::string analysisDigest(const Json& analysis);

/// One line without blanks; bytes that are not UTF-8 are replaced.
std::string compactText(const Json& value);

} // namespace rotascope
