#include "core/analysis/event_path.h"

#include "core/indicators/returns.h"

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

/// A stretch of neighbouring sessions of one baseline group: its sums run over contiguous memory.
struct Run {
    std::size_t first;
    std::size_t count;
    std::uint8_t group;
};

std::vector<Run> runsOf(const std::vector<std::size_t>& eligible, const std::vector<std::uint8_t>& groups) {
    std::vector<Run> runs;
    for (const std::size_t session : eligible) {
        const bool goesOn = !runs.empty() && runs.back().first + runs.back().count == session &&
                            runs.back().group == groups[session];
        if (goesOn)
            ++runs.back().count;
        else
            runs.push_back({session, 1, groups[session]});
    }
    return runs;
}

/// Σ prices[i + step] / prices[i] over a run, and how many of them lie inside the data.
struct RunSum {
    double ratio = 0;
    std::size_t count = 0;
};

RunSum sumOver(const std::vector<double>& prices, const std::vector<double>& inverse, const Run& run,
               std::size_t lag, int step) {
    const auto size = static_cast<std::ptrdiff_t>(prices.size());
    const auto first = static_cast<std::ptrdiff_t>(run.first + lag);
    const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(first, -step);
    const std::ptrdiff_t end =
        std::min(first + static_cast<std::ptrdiff_t>(run.count), size - std::max(step, 0));
    if (end <= begin)
        return {};
    const double* const later = prices.data() + begin + step;
    const double* const entry = inverse.data() + begin;
    const auto count = static_cast<std::size_t>(end - begin);
    std::array<double, 4> sums{};
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            sums[lane] += later[i + lane] * entry[i + lane];
    for (; i < count; ++i)
        sums[0] += later[i] * entry[i];
    return {sums[0] + sums[1] + sums[2] + sums[3], count};
}

/// Baseline of one leg at every step, with each group weighted by the events in it that are complete there.
class Baseline {
public:
    Baseline(const std::vector<double>& prices, const std::vector<Run>& runs, std::size_t lag)
        : m_prices(prices)
        , m_runs(runs)
        , m_lag(lag) {
        m_inverse.reserve(prices.size());
        for (const double price : prices)
            m_inverse.push_back(1 / price);
    }

    double at(int step, const std::array<std::size_t, kBaselineGroups>& events) const {
        std::array<RunSum, kBaselineGroups> groups{};
        for (const Run& run : m_runs) {
            const RunSum sum = sumOver(m_prices, m_inverse, run, m_lag, step);
            groups[run.group].ratio += sum.ratio;
            groups[run.group].count += sum.count;
        }
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
    const std::vector<double>& m_prices;
    const std::vector<Run>& m_runs;
    std::size_t m_lag;
    std::vector<double> m_inverse;
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
    path.count[index] = step.values.size();
    if (sampleSizeOf(step.values.size(), effectiveNumber(step.sessions, horizon)) == SampleSize::ListOnly)
        return;
    const OverlapAdjusted inference = overlapAdjusted(step.sessions, step.values, horizon);
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
    const std::vector<Run> runs = runsOf(pattern.eligible, groups);
    const Baseline small(pair.small, runs, lag);
    const Baseline large(pair.large, runs, lag);
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
