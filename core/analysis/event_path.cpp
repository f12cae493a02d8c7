#include "core/analysis/event_path.h"

#include "core/indicators/returns.h"
#include "core/indicators/sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Position of the close `step` sessions from the entry; −1 or beyond the data where there is none.
std::ptrdiff_t positionAt(std::size_t session, std::size_t lag, int step) {
    return static_cast<std::ptrdiff_t>(session + lag) + step;
}

bool inside(const PairSeries& pair, std::ptrdiff_t position) {
    return position >= 0 && position < static_cast<std::ptrdiff_t>(pair.size());
}

double moved(const std::vector<double>& prices, std::size_t from, std::size_t to) {
    return simpleReturn(prices[from], prices[to]);
}

double valueAt(const PairSeries& pair, Leg leg, std::size_t from, std::size_t to) {
    switch (leg) {
    case Leg::Small:
        return moved(pair.small, from, to);
    case Leg::Large:
        return moved(pair.large, from, to);
    case Leg::Relative:
        break;
    }
    return moved(pair.small, from, to) - moved(pair.large, from, to);
}

std::vector<double> lineOf(const PairSeries& pair, Leg leg, std::size_t session, std::size_t lag) {
    std::vector<double> line(kPathSteps, kNone);
    for (int step = -kPathBefore; step <= kPathAfter; ++step) {
        const std::ptrdiff_t at = positionAt(session, lag, step);
        if (session + lag < pair.size() && inside(pair, at))
            line[pathIndex(step)] = valueAt(pair, leg, session + lag, static_cast<std::size_t>(at));
    }
    return line;
}

/// Σ prices[i + step] / prices[i] over stretches of sessions, and how many of them lie inside the data.
struct RatioSum {
    double ratio = 0;
    std::size_t count = 0;
};

/// Baseline of one leg at every step, with each group weighted by the events in it that are complete there.
class Baseline {
public:
    Baseline(const std::vector<double>& prices, std::span<const std::size_t> eligible,
             std::span<const GroupRun> runs, std::size_t lag)
        : m_prices(prices)
        , m_inverse(prices.size()) {
        std::transform(prices.begin(), prices.end(), m_inverse.begin(),
                       [](double price) { return 1 / price; });
        for (const GroupRun& run : runs)
            m_entries.push_back({eligible[run.first] + lag, run.count, run.group});
    }

    double at(int step, const std::array<std::size_t, kBaselineGroups>& events) const {
        std::array<RatioSum, kBaselineGroups> groups{};
        for (const GroupRun& entries : m_entries)
            add(groups[entries.group], entries, step);
        double weighted = 0;
        double weights = 0;
        for (std::size_t group = 0; group < kBaselineGroups; ++group) {
            if (events[group] == 0 || groups[group].count == 0)
                continue;
            const double weight = static_cast<double>(events[group]);
            weighted += weight * (groups[group].ratio / static_cast<double>(groups[group].count) - 1);
            weights += weight;
        }
        const double value = weighted / weights;
        return std::isfinite(value) ? value : kNone;
    }

private:
    void add(RatioSum& sum, const GroupRun& entries, int step) const {
        const auto size = static_cast<std::ptrdiff_t>(m_prices.size());
        const auto first = static_cast<std::ptrdiff_t>(entries.first);
        const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(first, -step);
        const std::ptrdiff_t end =
            std::min(first + static_cast<std::ptrdiff_t>(entries.count), size - std::max(step, 0));
        if (end <= begin)
            return;
        const auto count = static_cast<std::size_t>(end - begin);
        sum.ratio +=
            sumOfProducts({m_prices.data() + begin + step, count}, {m_inverse.data() + begin, count});
        sum.count += count;
    }

    const std::vector<double>& m_prices;
    std::vector<double> m_inverse;
    std::vector<GroupRun> m_entries; ///< positions on the pair
};

/// Events complete at one step.
struct Step {
    std::vector<std::size_t> sessions;
    std::vector<double> values;
    std::array<std::size_t, kBaselineGroups> groups{};
};

Step eventsAt(const EventPattern& pattern, const EventPath& path, const std::vector<std::uint8_t>& groups,
              std::size_t index) {
    Step step;
    for (std::size_t e = 0; e < pattern.events.size(); ++e) {
        const double value = path.lines[e][index];
        if (std::isnan(value))
            continue;
        step.sessions.push_back(pattern.events[e]);
        step.values.push_back(value);
        ++step.groups[groups[pattern.events[e]]];
    }
    return step;
}

void addStep(EventPath& path, Step step, int at) {
    const std::size_t index = pathIndex(at);
    const auto horizon = static_cast<std::size_t>(std::max(1, std::abs(at)));
    const OverlapAdjusted inference = overlapInterval(step.sessions, step.values, horizon);
    path.count[index] = inference.n;
    if (sampleSizeOf(inference.n, inference.nEffective) == SampleSize::ListOnly)
        return;
    path.mean[index] = inference.mean;
    path.low[index] = inference.low;
    path.high[index] = inference.high;
    std::sort(step.values.begin(), step.values.end());
    const Interval interval = medianInterval(step.values);
    path.median[index] = medianOf(step.values);
    path.medianLow[index] = interval.low;
    path.medianHigh[index] = interval.high;
}

} // namespace

EventPath eventPath(const PairSeries& pair, const EventPattern& pattern, const OutcomeOptions& options,
                    Leg leg) {
    const std::size_t lag = entryLag(options.entry);
    const std::vector<std::uint8_t> groups = baselineGroups(pair, pattern.eligible, options.baseline);
    EventPath path;
    path.leg = leg;
    for (auto* column :
         {&path.mean, &path.low, &path.high, &path.median, &path.medianLow, &path.medianHigh, &path.baseline})
        column->assign(kPathSteps, kNone);
    path.count.assign(kPathSteps, 0);
    for (const std::size_t event : pattern.events)
        path.lines.push_back(lineOf(pair, leg, event, lag));
    const std::vector<GroupRun> runs = groupRuns(pattern.eligible, groups);
    const Baseline small(pair.small, pattern.eligible, runs, lag);
    const Baseline large(pair.large, pattern.eligible, runs, lag);
    for (int at = -kPathBefore; at <= kPathAfter; ++at) {
        const std::size_t index = pathIndex(at);
        Step step = eventsAt(pattern, path, groups, index);
        const double first = leg == Leg::Large ? 0 : small.at(at, step.groups);
        const double second = leg == Leg::Small ? 0 : large.at(at, step.groups);
        path.baseline[index] = leg == Leg::Large ? second : first - second;
        addStep(path, std::move(step), at);
    }
    return path;
}

} // namespace rotascope
