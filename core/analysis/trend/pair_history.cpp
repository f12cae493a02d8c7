#include "core/analysis/trend/pair_history.h"

#include <fmt/format.h>

#include <cmath>
#include <span>
#include <vector>

namespace rotascope {

namespace {

Instrument derived(const PairHistoryInfo& info, const Divergence& divergence, const std::string& words,
                   Unit unit) {
    const std::string name = pairHistoryName(info, divergence.params.small, divergence.params.large);
    return {name, words, InstrumentKind::Ratio, unit};
}

} // namespace

TrendHistory ratioHistory(const Divergence& divergence) {
    const PairSeries& pair = divergence.pair;
    std::vector<double> ratio(pair.size());
    for (std::size_t i = 0; i < ratio.size(); ++i)
        ratio[i] = 100 * pair.small[i] / pair.large[i];
    return seriesHistory(derived(kPairHistories[0], divergence, "ratio of the pair, in %", Unit::Ratio),
                         {pair.dates, ratio});
}

TrendHistory spreadHistory(const Divergence& divergence) {
    std::vector<double> points;
    for (const double spread : divergence.history.spread)
        if (std::isfinite(spread))
            points.push_back(spread * 100);
    const std::span<const Date> dates(divergence.pair.dates);
    return seriesHistory(
        derived(kPairHistories[1], divergence, "spread of the pair, in points", Unit::Percent),
        {dates.last(points.size()), points});
}

std::string pairHistoryName(const PairHistoryInfo& info, std::string_view small, std::string_view large) {
    return fmt::format("{} {} {}", small, info.sign, large);
}

} // namespace rotascope
