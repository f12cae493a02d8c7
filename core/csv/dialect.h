// How a text is cut into cells, found out from what the cells then are.
#pragma once

#include "core/csv/csv_reader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// A record of a file's beginning, kept as text.
struct HeadRecord {
    std::uint32_t line = 0;
    std::string raw;
    std::vector<std::string> cells;

    bool blank() const;
};

/// The first records of a text under a dialect; stops before one that is cut off or cannot be read.
std::vector<HeadRecord> headRecords(std::string_view text, const Dialect& dialect, std::size_t most);

/// The delimiter, quote and line end under which most records of `text` hold a date and a number; `text` is
/// the decoded beginning of the file. The survey of the whole file then checks every record against it.
Dialect sniffDialect(std::string_view text, Encoding encoding);

} // namespace rotascope
