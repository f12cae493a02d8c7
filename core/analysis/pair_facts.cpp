#include "core/analysis/pair_facts.h"

#include "core/analysis/declustering.h"
#include "core/indicators/rolling.h"

#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kLongAverage = 200;

AverageState stateAgainstAverage(const std::vector<double>& values, std::size_t window) {
    AverageState state;
    const std::vector<double> average = simpleMovingAverage(values, window);
    state.distance = values.back() / average.back() - 1;
    if (std::isnan(average.back()))
        return state;
    state.above = values.back() > average.back();
    for (std::size_t i = values.size(); i-- > 0 && !std::isnan(average[i]);) {
        if ((values[i] > average[i]) != state.above)
            break;
        ++state.sessionsIn;
    }
    return state;
}

} // namespace

PairFacts pairFacts(const Divergence& divergence, SigmaMode sigma, double threshold, std::size_t gap) {
    PairFacts facts;
    const std::vector<double>& z = divergence.history.zSpread[indexOf(sigma)];
    const auto events = firstKeptEvents(z, threshold, gap);
    if (!events.empty()) {
        const std::size_t at = events.back();
        facts.lastEvent = LastEvent{divergence.pair.dates[at], z[at], z.size() - 1 - at};
    }
    facts.ratioToAverage200 = stateAgainstAverage(ratioRebased(divergence.pair, 0), kLongAverage);
    return facts;
}

} // namespace rotascope
