// Breadth for programs: shares and returns as fractions, missing null.
#pragma once

#include "core/report/breadth_text.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// as_of, list, window, up and above: {count, of, share}, best_fifth, members: [{symbol, return, above}],
/// left_out, imported, constituents, words.
nlohmann::ordered_json breadthAsJson(const BreadthReport& report);

} // namespace rotascope
