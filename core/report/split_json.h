// A split that values are adjusted for, for programs.
#pragma once

#include "core/market/split.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace rotascope {

/// {symbol, date, ratio, scope}
nlohmann::ordered_json splitAsJson(std::string_view symbol, const Split& split);

} // namespace rotascope
