// A table as CSV, as spreadsheets take it.
#pragma once

#include "ui/models/table_model.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// RFC 4180 with "\n": the heads as comment lines, the headings, then these rows of the snapshot in their
/// order. A figure stands in the unit in which it is shown, with all its digits ("+5.5" of 0.055234 is
/// 5.5234); a date as 2025-11-28; a missing figure is empty.
std::string tableCsv(const TableSnapshot& table, std::span<const int> rows,
                     const std::vector<std::string>& heads);

} // namespace rotascope
