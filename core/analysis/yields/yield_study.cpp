#include "core/analysis/yields/yield_study.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

Result<YieldLink> linkOf(const MarketView& view, const Result<PairSeries>& pair) {
    if (!pair)
        return Failure(pair.error());
    const auto yield = view.closes(kYields.front().symbol);
    if (!yield)
        return Failure(yield.error());
    return YieldLink{yieldSensitivity(*pair, *yield), yieldBuckets(*pair, *yield)};
}

} // namespace

Result<YieldStudy> studyYields(const MarketView& view, const YieldParams& params) {
    const auto pair = alignPair(view, params.small, params.large);
    const Date today = pair ? pair->dates.back() : Date::min();
    auto table = analyseYields(view, today);
    if (!table)
        return Failure(table.error());
    YieldStudy out;
    out.params = params;
    out.table = std::move(*table);
    out.credit = creditSpreads(view, today);
    auto link = linkOf(view, pair);
    if (link)
        out.link = std::move(*link);
    else
        out.noLink = link.error().message;
    return out;
}

std::optional<SensitivityReading> lastReading(const YieldSensitivity& s) {
    for (std::size_t i = s.dates.size(); i-- > 0;)
        if (!std::isnan(s.slope[i]))
            return SensitivityReading{s.dates[i], s.slope[i], s.low[i], s.high[i], s.correlation[i]};
    return std::nullopt;
}

} // namespace rotascope
