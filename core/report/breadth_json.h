// Breadth for programs: shares and returns as fractions, missing null.
#pragma once

#include "core/analysis/relative/breadth.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace rotascope {

/// as_of, list, window, up and above: {count, of, share}, best_fifth, members: [{symbol, return, above}],
/// left_out, words.
nlohmann::ordered_json breadthAsJson(const Breadth& breadth, std::string_view list);

} // namespace rotascope
