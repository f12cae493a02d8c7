// JSON on standard output: one object per command, numbers as shortest round trips, missing as null.
#pragma once

#include "core/base/result.h"
#include "core/report/json.h"
#include "core/store/records.h"

#include <optional>
#include <string>

namespace rotascope::cli {

/// The object as text with a final newline. Bytes that are not UTF-8 (a raw cell) are replaced, never thrown
/// at.
std::string printed(const Json& object);

/// {"error":{"code","message"}}
std::string printed(const Error& error);

Json dateOrNull(const std::optional<DateRange>& range, bool first);
/// The cli contract's keys of one import, without issues.
void addCounts(Json& object, const RowCounts& counts);

} // namespace rotascope::cli
