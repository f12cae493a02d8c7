// Where the header of a table stands among a file's first records, and which of its columns holds the dates.
#pragma once

#include "core/base/result.h"
#include "core/csv/dialect.h"

#include <cstddef>
#include <optional>
#include <span>

namespace rotascope {

/// The records that make up a header.
struct HeaderBlock {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t dateColumn = 0;
    std::optional<std::size_t> tickers; ///< the record that holds a ticker per column
    bool undated = false; ///< the date of all rows stands above the header, or the user named it
};

/// `dayIsNamed`: the user named the day of all rows, so that the table must have no dates of its own. Refuses
/// with the codes of findLayout().
Result<HeaderBlock> findHeader(std::span<const HeadRecord> head, bool dayIsNamed);

} // namespace rotascope
