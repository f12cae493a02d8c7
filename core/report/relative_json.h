// Chain, pair board and groups for programs: returns as fractions, missing null.
#pragma once

#include "core/analysis/relative/basket_index.h"
#include "core/analysis/relative/chain.h"
#include "core/analysis/relative/pair_board.h"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace rotascope {

/// as_of, days, links, sessions, dropped, whole and legs: [{from, to, meaning, spread, z, percentile}],
/// words.
nlohmann::ordered_json chainAsJson(const DivergenceChain& chain);

/// as_of (the latest of any row), days, pairs: [{small, large, as_of, return_small, …, missing}], words.
nlohmann::ordered_json boardAsJson(std::span<const BoardRow> rows, int days);

/// as_of, days, first and second: {name, sessions, missing, return}, spread, z, percentile, ratio, table,
/// words.
nlohmann::ordered_json groupsAsJson(const GroupRatio& groups, int days);

/// The latest session of any row; nullopt where no row has figures.
std::optional<Date> lastDateOf(std::span<const BoardRow> rows);

} // namespace rotascope
