#include "core/analysis/event_losses.h"

#include "core/indicators/returns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The least close of the window against the entry, minus 1; NaN where the window is incomplete.
double worstWithin(const PairSeries& pair, std::size_t entry, std::size_t window) {
    if (entry + window >= pair.size())
        return kNone;
    const auto first = pair.small.begin() + static_cast<std::ptrdiff_t>(entry + 1);
    return simpleReturn(pair.small[entry],
                        *std::min_element(first, first + static_cast<std::ptrdiff_t>(window)));
}

/// Worst outcomes of the eligible sessions and of the events over one window.
struct Worst {
    std::vector<double> eligible;
    std::vector<double> events;
};

Worst worstOf(const PairSeries& pair, const EventPattern& pattern, std::size_t lag, std::size_t window) {
    Worst worst;
    for (const std::size_t session : pattern.eligible)
        worst.eligible.push_back(worstWithin(pair, session + lag, window));
    for (const std::size_t session : pattern.events)
        worst.events.push_back(worstWithin(pair, session + lag, window));
    return worst;
}

bool isLoss(double worst, double loss) {
    return worst <= -loss;
}

LossOdds oddsOf(const EventPattern& pattern, const std::vector<std::uint8_t>& groups, const Worst& worst,
                double loss, std::size_t window) {
    LossOdds odds{loss, window, 0, 0, kNone, {kNone, kNone}, kNone, kNone};
    GroupMeans any, matched;
    for (std::size_t i = 0; i < worst.eligible.size(); ++i) {
        if (std::isnan(worst.eligible[i]))
            continue;
        const double value = isLoss(worst.eligible[i], loss) ? 1 : 0;
        any.add(0, value);
        matched.add(groups[pattern.eligible[i]], value);
    }
    std::vector<std::uint8_t> eventGroups;
    for (std::size_t i = 0; i < worst.events.size(); ++i) {
        if (std::isnan(worst.events[i]))
            continue;
        ++odds.n;
        odds.hit += isLoss(worst.events[i], loss) ? 1 : 0;
        eventGroups.push_back(groups[pattern.events[i]]);
    }
    odds.anySession = any.mean(0);
    odds.sameVolatility = eventGroups.empty() ? kNone : matched.expectation(eventGroups);
    if (odds.n >= kLeastEvents) {
        odds.share = static_cast<double>(odds.hit) / static_cast<double>(odds.n);
        odds.interval = wilson(odds.hit, odds.n);
    }
    return odds;
}

} // namespace

std::vector<LossOdds> lossOdds(const PairSeries& pair, const EventPattern& pattern, EntryRule entry) {
    const std::vector<std::uint8_t> groups =
        baselineGroups(pair, pattern.eligible, BaselineRule::SameVolatility);
    std::array<Worst, kLossWindows.size()> worst;
    std::transform(kLossWindows.begin(), kLossWindows.end(), worst.begin(),
                   [&](std::size_t window) { return worstOf(pair, pattern, entryLag(entry), window); });
    std::vector<LossOdds> out;
    for (const double loss : kLosses)
        for (std::size_t i = 0; i < kLossWindows.size(); ++i)
            out.push_back(oddsOf(pattern, groups, worst[i], loss, kLossWindows[i]));
    return out;
}

} // namespace rotascope
