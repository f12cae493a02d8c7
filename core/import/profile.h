// Every choice of a reading as JSON, so that it is in plain sight and can be repeated.
#pragma once

#include "core/import/reading_plan.h"

#include <string>

namespace rotascope {

/// One JSON object: format, encoding, delimiter, quote, header_line, date, decimal, symbol_source, columns.
std::string settingsText(const ReadingPlan& plan);

} // namespace rotascope
