// The tables of a report as CSV, one below the other: comment lines say what each is, cells as on the page.
#pragma once

#include "core/report/desk/desk_report.h"

#include <string>

namespace rotascope {

/// Numbers with a plain minus, so that a spreadsheet takes them for numbers; "–" is an empty cell.
std::string reportCsv(const DeskReport& report);

} // namespace rotascope
