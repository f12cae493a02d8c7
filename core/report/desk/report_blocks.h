// Blocks of a report as HTML.
#pragma once

#include "core/report/desk/desk_report.h"

#include <string>
#include <string_view>

namespace rotascope {

/// `id` is unique on the page; pictures and tables are named by it.
std::string blockHtml(const ReportBlock& block, std::string_view id);

/// The runs in their inks, escaped.
std::string headlineHtml(const Headline& runs);

/// A table in a box of its own that scrolls where the page is too narrow.
std::string tableHtml(const NamedTable& table, std::string_view id);

} // namespace rotascope
