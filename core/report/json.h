// core/report: results as text for programs and people (JSON, CSV, tables). Computes nothing; includes every
// room of core that holds results, and nlohmann-json. A new analysis adds its own <analysis>_json and
// <analysis>_text.
//
// What every JSON of ours keeps: missing is null, never NaN or Infinity; dates are ISO; numbers are the
// shortest text that reads back as the same double; keys stay in the order in which they were written.
#pragma once

#include "core/base/date.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

using Json = nlohmann::ordered_json;

Json jsonNumber(double value); ///< null for NaN and infinities
Json jsonDate(std::optional<Date> date);
Json jsonSentence(std::string_view sentence); ///< null when it is empty

/// One object or list on indented lines, without a final newline.
std::string jsonText(const Json& value);

} // namespace rotascope
