// Which column of a table holds what: by its heading, and by what stands beside it.
#pragma once

#include "core/csv/layout.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// A heading that names events counts only above words: a chart that was saved as a table has values there.
void forgetEventsWithoutNames(std::vector<std::string>& headings, std::span<const HeadRecord> rows);

/// Gives each column its role under `format`; `rows` are the first ones below the header.
void assignRoles(Layout& layout, const CsvFormat& format, std::span<const HeadRecord> rows);

/// Of several columns with one role the one whose word stands first in the table of words counts. Refuses
/// "duplicate_column".
Result<void> dropRivals(std::vector<LayoutColumn>& columns);

} // namespace rotascope
