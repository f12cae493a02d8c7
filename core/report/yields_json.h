// Yields and credit for programs: yields and spreads in percent as published, changes in basis points,
// returns as fractions, missing null.
#pragma once

#include "core/analysis/yields/yield_study.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// as_of, yields: [{id, label, source, sessions_old, missing, weeks}] with the last `weeks` of each,
/// sensitivity, buckets, credit, words.
nlohmann::ordered_json yieldsAsJson(const YieldStudy& study, std::size_t weeks);

} // namespace rotascope
