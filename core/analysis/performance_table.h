// Returns of both legs over the usual horizons.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/base/date.h"

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct PerformanceRow {
    std::string horizon;      ///< "1d" … "252d", "mtd", "qtd", "ytd"; the same ids in the calendar variant
    std::string label;        ///< "21 (1M)"
    std::optional<Date> base; ///< the date returns are measured from; empty when the history is too short
    double small = 0;         ///< fraction; NaN without a base
    double large = 0;
    double spread = 0; ///< small − large

    bool operator==(const PerformanceRow&) const = default;
};

/// Returns to the pair's last session. Base of 1 … 252 sessions: that many sessions earlier; with `calendar`:
/// the last common session on or before the date 1 day, 1 week, 2 weeks, 1, 3, 6, 12 months earlier. Base of
/// MTD, QTD, YTD: the last common session of the previous month, quarter, year.
std::vector<PerformanceRow> performanceTable(const PairSeries& pair, bool calendar);

} // namespace rotascope
