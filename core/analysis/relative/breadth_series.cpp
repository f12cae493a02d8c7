#include "core/analysis/relative/breadth_series.h"

#include "core/market/trading_calendar.h"

#include <limits>

namespace rotascope {

namespace {

BreadthReading readingOf(const BreadthSeriesInfo& info, const SeriesView& series, Date today) {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    BreadthReading out{info, series.dates.back(), series.values.back(), kNaN, 0};
    if (series.size() > kBreadthMove)
        out.change = out.percent - series.values[series.size() - 1 - kBreadthMove];
    for (Date date = out.observed + std::chrono::days{1}; date <= today; date += std::chrono::days{1})
        out.sessionsOld += isNyseSession(date) ? 1 : 0;
    return out;
}

} // namespace

std::vector<BreadthReading> importedBreadth(const MarketView& view, Date today) {
    std::vector<BreadthReading> out;
    for (const BreadthSeriesInfo& info : kBreadthSeries)
        if (const auto series = view.closes(info.symbol))
            out.push_back(readingOf(info, *series, view.asOfDate().value_or(today)));
    return out;
}

} // namespace rotascope
