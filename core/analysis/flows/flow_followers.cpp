#include "core/analysis/flows/flow_followers.h"

#include "core/indicators/expanding.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kWarmUp = 52;
constexpr std::array<std::string_view, 3> kBenchmarks{"SPX", "SPY", "VOO"};

/// The fund beside the series it is held against; without that one the outcomes are the fund's alone.
std::optional<PairSeries> pairOf(const MarketView& view, const Symbol& symbol, const Symbol& against,
                                 Symbol& used) {
    std::vector<Symbol> candidates{against};
    candidates.insert(candidates.end(), kBenchmarks.begin(), kBenchmarks.end());
    for (const Symbol& candidate : candidates)
        if (auto pair = alignPair(view, symbol, candidate)) {
            used = candidate;
            return std::move(*pair);
        }
    return std::nullopt;
}

/// The last session on or before a week's end; nullopt where the week has none.
std::optional<std::size_t> lastSessionOf(const PairSeries& pair, Date end) {
    const auto after = std::upper_bound(pair.dates.begin(), pair.dates.end(), end);
    if (after == pair.dates.begin() || end - *(after - 1) >= std::chrono::days{7})
        return std::nullopt;
    return static_cast<std::size_t>(after - pair.dates.begin()) - 1;
}

} // namespace

std::vector<std::size_t> topWeeks(std::span<const FlowWeek> weeks, FlowMeasure measure, double share,
                                  std::size_t warmUp) {
    std::vector<double> values;
    for (const FlowWeek& week : weeks)
        values.push_back(countedValue(week, measure));
    const std::vector<double> percentile = expandingPercentile(values, sortedOrder(values));
    std::vector<std::size_t> out;
    std::size_t known = 0;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        known += std::isnan(values[i]) ? 0 : 1;
        if (known >= warmUp && percentile[i] > 1 - share)
            out.push_back(i);
    }
    return out;
}

std::optional<FlowFollowers> flowFollowers(const MarketView& view, const Symbol& symbol,
                                           std::span<const FlowWeek> weeks, FlowMeasure measure,
                                           const Symbol& against) {
    FlowFollowers out;
    const auto pair = pairOf(view, symbol, against, out.against);
    if (!pair || weeks.size() < kWarmUp)
        return std::nullopt;
    std::vector<std::size_t> eligible;
    std::vector<std::size_t> events;
    const std::vector<std::size_t> top = topWeeks(weeks, measure, kTopInflows, kWarmUp);
    for (std::size_t i = kWarmUp - 1; i < weeks.size(); ++i) {
        const auto session = lastSessionOf(*pair, weeks[i].end);
        if (!session || (!eligible.empty() && eligible.back() >= *session))
            continue;
        eligible.push_back(*session);
        if (std::binary_search(top.begin(), top.end(), i))
            events.push_back(*session);
    }
    if (events.empty())
        return std::nullopt;
    out.weeks = eligible.size();
    out.events = events.size();
    // A week's last figure is published on the session after: the close of that one can be had.
    const OutcomeOptions options;
    for (const std::size_t horizon : kFollowHorizons) {
        const auto groups = baselineGroups(*pair, eligible, options.baseline);
        out.horizons.push_back(outcomesOf(*pair, horizonSample(*pair, eligible, groups, options, horizon),
                                          events, LargeCaps::No));
    }
    return out;
}

} // namespace rotascope
