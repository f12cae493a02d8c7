#include "core/analysis/event_losses.h"

#include "core/indicators/returns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The least of the `window` closes after each session against the close an entry there pays, minus 1; NaN
/// where the window is incomplete.
std::vector<double> worstWithin(const std::vector<double>& prices, std::size_t window) {
    // Least of 1, 2, 4 … closes, then of two overlapping stretches that make up the window.
    std::vector<double> least(prices);
    std::size_t length = 1;
    const auto widen = [&](std::size_t by) {
        for (std::size_t i = 0; i + by < least.size(); ++i)
            least[i] = std::min(least[i], least[i + by]);
        length += by;
    };
    while (2 * length <= window)
        widen(length);
    widen(window - length);
    std::vector<double> worst(prices.size(), kNone);
    for (std::size_t i = 0; i + window < prices.size(); ++i)
        worst[i] = simpleReturn(prices[i], least[i + 1]);
    return worst;
}

/// Worst outcomes of sessions entered `lag` later, NaN where incomplete.
std::vector<double> worstAfter(const std::vector<double>& worst, const std::vector<std::size_t>& sessions,
                               std::size_t lag) {
    std::vector<double> out;
    out.reserve(sessions.size());
    for (const std::size_t session : sessions)
        out.push_back(session + lag < worst.size() ? worst[session + lag] : kNone);
    return out;
}

/// Worst outcomes of the eligible sessions and of the events over one window.
struct Worst {
    std::vector<double> eligible;
    std::vector<double> events;
};

Worst worstOf(const PairSeries& pair, const EventPattern& pattern, std::size_t lag, std::size_t window) {
    const std::vector<double> worst = worstWithin(pair.small, window);
    return {worstAfter(worst, pattern.eligible, lag), worstAfter(worst, pattern.events, lag)};
}

bool isLoss(double worst, double loss) {
    return worst <= -loss;
}

LossOdds oddsOf(const EventPattern& pattern, const std::vector<std::uint8_t>& groups, const Worst& worst,
                double loss, std::size_t window) {
    LossOdds odds{loss, window, 0, 0, kNone, {kNone, kNone}, kNone, kNone};
    std::array<std::size_t, kBaselineGroups> sessions{}, losses{};
    for (std::size_t i = 0; i < worst.eligible.size(); ++i) {
        const std::uint8_t group = groups[pattern.eligible[i]];
        sessions[group] += std::isnan(worst.eligible[i]) ? 0 : 1;
        losses[group] += isLoss(worst.eligible[i], loss) ? 1 : 0;
    }
    GroupMeans any, matched;
    for (std::uint8_t group = 0; group < kBaselineGroups; ++group) {
        any.add(0, static_cast<double>(losses[group]), sessions[group]);
        matched.add(group, static_cast<double>(losses[group]), sessions[group]);
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
