// soak_events [MARKETS [SEED]]: event studies of simulated markets in which nothing follows events. The 95 %
// intervals must cover the true mean in 93 to 98 % of them at every horizon, the p of the shifts must be
// uniform (Kolmogorov-Smirnov at 1 %), and an effect of the size called detectable must be seen in 75 to 85
// %.
#include "core/analysis/event_outcomes.h"
#include "core/analysis/event_pattern.h"
#include "tests/support/invented_market.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <random>
#include <string>
#include <vector>

using namespace rotascope;

namespace {

constexpr std::size_t kSessions = 9300; ///< as many as RUT and SPX have had since 1987
constexpr double kDrift = 0.0003;       ///< of both legs, a session
constexpr int kGap = 63;

/// Normal shocks, one in 24 three times as large: about as many 3σ events as the real pair has.
class Shocks {
public:
    explicit Shocks(std::uint64_t seed)
        : m_random(seed) {}

    double next() {
        const double scale = uniform() < 1.0 / 24 ? 3 : 1;
        return scale * std::sqrt(-2 * std::log(1 - uniform())) * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    double uniform() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }
    std::mt19937_64 m_random;
};

Divergence simulated(std::uint64_t seed) {
    static const std::vector<Date> dates = test::weekdays(*makeDate(1987, 9, 10), kSessions);
    Shocks shocks(seed);
    std::vector<double> small, large;
    double s = 170, l = 310;
    for (std::size_t i = 0; i < kSessions; ++i) {
        const double common = 0.008 * shocks.next();
        s *= 1 + kDrift + common + 0.006 * shocks.next();
        l *= 1 + kDrift + common;
        small.push_back(s);
        large.push_back(l);
    }
    const auto market = test::marketOf({test::instrumentOf("RUT", dates, std::move(small)),
                                        test::instrumentOf("SPX", dates, std::move(large))});
    return std::move(analyseDivergence(MarketView::latest(market), {}).value());
}

/// What 2,000 markets say about one horizon of one series.
struct Tally {
    std::size_t n = 0;
    std::size_t covered = 0;
    std::size_t seen = 0;
    double events = 0;
    double effective = 0;
    std::vector<double> p;

    double coverage() const { return double(covered) / double(n); }
    double power() const { return double(seen) / double(n); }
    /// Greatest distance of the p-values' distribution from the uniform one.
    double distance() {
        std::sort(p.begin(), p.end());
        double greatest = 0;
        for (std::size_t i = 0; i < p.size(); ++i)
            greatest = std::max(
                {greatest, p[i] - double(i) / double(p.size()), double(i + 1) / double(p.size()) - p[i]});
        return greatest;
    }
    /// Kolmogorov's limit. Twelve distances are looked at, six horizons of two series. A limit of 5 % for
    /// each would call a sound study unsound in up to 46 % of all runs (1 − 0.95¹²); so all twelve together
    /// may stray in 1 % of runs, however they hang together (Bonferroni).
    double criticalDistance() const {
        constexpr double kLooks = 2 * double(kEventHorizons.size());
        return std::sqrt(-std::log(0.01 / kLooks / 2) / 2 / double(p.size()));
    }
};

bool seen(const OutcomeFigures& figures) {
    return figures.baselineMean < figures.inference.low || figures.baselineMean > figures.inference.high;
}

/// The outcomes of one leg with `effect` added after the events, everything else as it is.
LegOutcomes planted(const LegOutcomes& leg, std::span<const std::size_t> events, double effect,
                    std::span<const GroupRun> runs) {
    std::vector<double> values = leg.values;
    for (const std::size_t event : events)
        values[event] += effect;
    return legOutcomes(std::move(values), runs);
}

void add(Tally& tally, const OutcomeFigures& plain, const OutcomeFigures& withEffect, double truth) {
    ++tally.n;
    tally.events += double(plain.inference.n);
    tally.effective += plain.inference.nEffective;
    tally.covered += plain.inference.low <= truth && truth <= plain.inference.high ? 1 : 0;
    tally.seen += seen(withEffect) ? 1 : 0;
    tally.p.push_back(plain.placebo);
}

struct Tallies {
    std::array<Tally, kEventHorizons.size()> small;
    std::array<Tally, kEventHorizons.size()> relative;
};

void study(Tallies& tallies, std::uint64_t seed) {
    const Divergence divergence = simulated(seed);
    EventDefinition definition;
    definition.gap = kGap;
    const EventPattern pattern = findEvents(divergence, definition).value();
    const OutcomeOptions options;
    const auto groups = baselineGroups(divergence.pair, pattern.eligible, options.baseline);
    for (std::size_t h = 0; h < kEventHorizons.size(); ++h) {
        HorizonSample sample =
            horizonSample(divergence.pair, pattern.eligible, groups, options, kEventHorizons[h]);
        const HorizonOutcomes plain = outcomesOf(divergence.pair, sample, pattern.events, LargeCaps::No);
        if (plain.size != SampleSize::Enough)
            continue;
        const auto runs = groupRuns(sample.sessions, groups);
        const auto events = indicesOf(sample, pattern.events);
        sample.small = planted(sample.small, events, plain.small.inference.detectable, runs);
        sample.relative = planted(sample.relative, events, plain.relative.inference.detectable, runs);
        const HorizonOutcomes moved = outcomesOf(divergence.pair, sample, pattern.events, LargeCaps::No);
        add(tallies.small[h], plain.small, moved.small, std::pow(1 + kDrift, double(kEventHorizons[h])) - 1);
        add(tallies.relative[h], plain.relative, moved.relative, 0);
    }
}

bool within(double value, double low, double high) {
    return value >= low && value <= high;
}

/// Prints one line; false when a figure is outside what the definitions promise.
bool report(const char* series, std::size_t horizon, Tally& tally) {
    const double distance = tally.distance();
    const bool covers = within(tally.coverage(), 0.93, 0.98);
    const bool uniform = distance <= tally.criticalDistance();
    const bool powerful = within(tally.power(), 0.75, 0.85);
    fmt::print("  {:<15}{:>4}{:>9}{:>8.1f}{:>11.1f}{:>10.1f} %{}{:>9.3f} of {:.3f}{}{:>8.1f} %{}\n", series,
               horizon, tally.n, tally.events / double(tally.n), tally.effective / double(tally.n),
               tally.coverage() * 100, covers ? " " : "!", distance, tally.criticalDistance(),
               uniform ? " " : "!", tally.power() * 100, powerful ? " " : "!");
    return covers && uniform && powerful;
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t markets = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 2000;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 20241106;
    fmt::print("{} simulated markets of {} sessions without an effect, z >= 3, gap {}, seed {}\n", markets,
               kSessions, kGap, seed);
    Tallies tallies;
    for (std::size_t market = 0; market < markets; ++market) {
        study(tallies, seed + market);
        if (market % 200 == 199) {
            fmt::print(stderr, "\r  {} of {}", market + 1, markets);
            std::fflush(stderr);
        }
    }
    fmt::print(stderr, "\r");
    fmt::print(
        "  series         after  studies  events  effective   covered   KS of p, its limit    power\n");
    bool sound = true;
    for (std::size_t h = 0; h < kEventHorizons.size(); ++h) {
        sound = report("small", kEventHorizons[h], tallies.small[h]) && sound;
        sound = report("small - large", kEventHorizons[h], tallies.relative[h]) && sound;
    }
    fmt::print("{}", sound ? "sound: 93-98 % covered, p uniform, power 75-85 %\n"
                           : "NOT SOUND: a figure marked ! is outside 93-98 %, its limit, or 75-85 %\n");
    return sound ? 0 : 1;
}
