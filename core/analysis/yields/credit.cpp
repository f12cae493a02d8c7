#include "core/analysis/yields/credit.h"

#include "core/analysis/yields/yield_weeks.h"
#include "core/indicators/expanding.h"

#include <algorithm>
#include <limits>

namespace rotascope {

namespace {

CreditRow rowOf(const Instrument& instrument, const SeriesView& series) {
    CreditRow row;
    row.instrument = instrument;
    row.observed = series.dates.back();
    row.value = series.values.back();
    row.percentile = shareAtOrBelow(series.values, row.value);
    for (std::size_t i = 0; i < kCreditMoves.size(); ++i)
        row.moves[i] = series.size() > kCreditMoves[i]
                           ? basisPoints(series.values[series.size() - 1 - kCreditMoves[i]], row.value)
                           : std::numeric_limits<double>::quiet_NaN();
    return row;
}

} // namespace

std::vector<CreditRow> creditSpreads(const MarketView& view, Date today) {
    std::vector<CreditRow> rows;
    Date last = today;
    for (const Symbol& symbol : view.symbols()) {
        const auto instrument = view.instrument(symbol);
        if (instrument->kind != InstrumentKind::CreditSpread)
            continue;
        if (const auto series = view.closes(symbol)) {
            rows.push_back(rowOf(*instrument, *series));
            last = std::max(last, rows.back().observed);
        }
    }
    for (CreditRow& row : rows)
        row.sessionsOld = bondSessionsAfter(row.observed, view.asOfDate().value_or(last));
    return rows;
}

} // namespace rotascope
