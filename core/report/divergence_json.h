// The divergence and its z history for programs. Keys are those of the command line's contract; dates ISO,
// returns as fractions, missing null (CSV: empty).
#pragma once

#include "core/analysis/divergence.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace rotascope {

/// as_of, small, large, sessions, first, last, dropped (dates inside the shared range that one leg lacks),
/// days, calendar, return_small, return_large, spread, z, z_small, percentile, percentile_small, percentiles,
/// percentiles_small, beta, table.
nlohmann::ordered_json divergenceAsJson(const Divergence& divergence);
std::string divergenceJson(const Divergence& divergence);

/// Which sessions of the history; both ends inside, an open end is the history's own.
struct HistoryRange {
    std::optional<Date> from;
    std::optional<Date> to;
};

/// as_of, small, large, sessions, days, sigma, rows: [{date, return_small, return_large, spread, z}], one row
/// for every common session of the range, null before a value's warm-up.
nlohmann::ordered_json zscoreAsJson(const Divergence& divergence, SigmaMode mode, HistoryRange range = {});
std::string zscoreJson(const Divergence& divergence, SigmaMode mode, HistoryRange range = {});

/// The same rows under the heading date,return_small,return_large,spread,z; each line ends with a newline.
std::string zscoreCsv(const Divergence& divergence, SigmaMode mode, HistoryRange range = {});

} // namespace rotascope
