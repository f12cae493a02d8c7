// A report as one page: no script, no network, readable on a phone and on paper. The results lie in it as a
// block of data, and its last line is the SHA-256 of all before, so that an edited page is known.
#pragma once

#include "core/report/desk/desk_report.h"

#include <string>
#include <string_view>

namespace rotascope {

std::string reportHtml(const DeskReport& report);

/// The part of a page that is a function of the desk's values: title, headline, sections; empty where there
/// is none.
std::string_view analysisPart(std::string_view html);

/// Marks that readers look for.
namespace report_mark {
constexpr std::string_view kAnalysis = "<main id=\"analysis\">\n";
constexpr std::string_view kAnalysisEnd = "</main><!-- end of the analysis -->\n";
constexpr std::string_view kData = "<script type=\"application/json\" id=\"rotascope-results\">\n";
constexpr std::string_view kDataEnd = "\n</script>\n";
constexpr std::string_view kSeal = "<!-- rotascope report sha256 ";
constexpr std::string_view kSealEnd = " -->\n";
} // namespace report_mark

} // namespace rotascope
