#include "core/analysis/event_baseline.h"

#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rotascope {

namespace {

constexpr std::size_t kFifths = 5;
constexpr std::uint8_t kNoVolatility = 5;

} // namespace

std::vector<std::uint8_t> baselineGroups(const PairSeries& pair, std::span<const std::size_t> eligible,
                                         BaselineRule rule) {
    if (rule == BaselineRule::AnySession)
        return std::vector<std::uint8_t>(pair.size(), 0);
    const std::vector<double> volatility = rollingMoments(simpleReturns(pair.small, 1), kVolatilityWindow).sd;
    std::vector<std::size_t> order;
    std::copy_if(eligible.begin(), eligible.end(), std::back_inserter(order),
                 [&](std::size_t session) { return !std::isnan(volatility[session]); });
    // Only the borders of the fifths need their place; equal volatilities stand in the order of time.
    const auto calmer = [&](std::size_t a, std::size_t b) {
        return volatility[a] != volatility[b] ? volatility[a] < volatility[b] : a < b;
    };
    std::vector<std::uint8_t> groups(pair.size(), kNoVolatility);
    auto from = order.begin();
    for (std::size_t fifth = 0; fifth < kFifths; ++fifth) {
        const std::size_t ranks = ((fifth + 1) * order.size() + kFifths - 1) / kFifths;
        const auto to = order.begin() + static_cast<std::ptrdiff_t>(ranks);
        if (to != order.end())
            std::nth_element(from, to, order.end(), calmer);
        for (; from != to; ++from)
            groups[*from] = static_cast<std::uint8_t>(fifth);
    }
    return groups;
}

std::vector<GroupRun> groupRuns(std::span<const std::size_t> sessions, std::span<const std::uint8_t> groups) {
    std::vector<GroupRun> runs;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const bool goesOn =
            i > 0 && sessions[i] == sessions[i - 1] + 1 && groups[sessions[i]] == runs.back().group;
        if (goesOn)
            ++runs.back().count;
        else
            runs.push_back({i, 1, groups[sessions[i]]});
    }
    return runs;
}

double GroupMeans::mean(std::uint8_t group) const {
    return m_counts[group] == 0 ? std::numeric_limits<double>::quiet_NaN()
                                : m_sums[group] / static_cast<double>(m_counts[group]);
}

double GroupMeans::expectation(std::span<const std::uint8_t> eventGroups) const {
    const auto sumOver = [](const auto& values) {
        return std::accumulate(values.begin(), values.end(), 0.0);
    };
    if (eventGroups.empty())
        return sumOver(m_sums) / sumOver(m_counts);
    std::array<std::size_t, kBaselineGroups> events{};
    for (const std::uint8_t group : eventGroups)
        ++events[group];
    double sum = 0;
    for (std::size_t group = 0; group < kBaselineGroups; ++group)
        if (events[group] > 0)
            sum += static_cast<double>(events[group]) * mean(static_cast<std::uint8_t>(group));
    return sum / static_cast<double>(eventGroups.size());
}

std::size_t GroupMeans::count(std::span<const std::uint8_t> eventGroups) const {
    std::size_t sum = 0;
    for (std::uint8_t group = 0; group < kBaselineGroups; ++group)
        if (eventGroups.empty() ||
            std::find(eventGroups.begin(), eventGroups.end(), group) != eventGroups.end())
            sum += m_counts[group];
    return sum;
}

} // namespace rotascope
