// What once stood where another value, or none, stands now.
#pragma once

#include "core/store/records.h"
#include "db/sqlite/connection.h"

#include <string_view>
#include <vector>

namespace rotascope {

/// Newest first, of every cadence; empty for a symbol that was never there.
std::vector<ValueVintage> valueVintages(const sqlite::Connection& desk, std::string_view symbol, Date date,
                                        Field field);

} // namespace rotascope
