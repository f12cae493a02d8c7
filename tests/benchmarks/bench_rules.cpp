// How long 40 rules over 12,000 sessions take on one thread, and one rule from its text to its last five
// episodes, as when it is typed. Prints, judges nothing.
#include "tests/benchmarks/timing.h"
#include "tests/core/rules/rule_fixture.h"

#include <fmt/format.h>

#include <cstdio>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr std::size_t kSessions = 12'000;
constexpr int kRuns = 15;
constexpr int kRules = 40;

/// Forty rules, no two alike.
Playbook playbookOf() {
    constexpr std::array kTexts{"ret(RUT, {0}) - ret(SPX, {0}) > 3pp",
                                "ret(RUT, 1{0}) > 7% for 2 of {0} sessions",
                                "chg(DGS10, {0}) > 25bp or ret(IWM, {0}) < -5%",
                                "RUT crosses below sma(RUT, 10{0})",
                                "z(ret(RUT, {0}) - ret(SPX, {0})) > 2σ",
                                "ratio(IWM, SPX) < low_n(ratio(IWM, SPX), 6{0})",
                                "drawdown(SPX, 1{0}) <= -3% and rsi(RUT, 1{0}) < 40",
                                "range(IWM) > 3% and wret(RUT) > {0}%"};
    Playbook playbook;
    for (int i = 0; i < kRules; ++i)
        playbook.rules.push_back(
            ruleNamedOf(fmt::format("rule {}", i),
                        fmt::format(fmt::runtime(kTexts[static_cast<std::size_t>(i) % kTexts.size()]),
                                    2 + i / static_cast<int>(kTexts.size()))));
    return playbook;
}

void print(const char* label, double goal, double ms) {
    std::printf("%-52s %7.2f ms (goal %.0f)\n", label, ms, goal);
}

} // namespace

int main() {
    const auto market = marketOf(ruleMarket(kSessions));
    const MarketView view = MarketView::latest(market);
    const Playbook playbook = playbookOf();
    const auto timed = [](auto work) {
        return bench::medianMilliseconds(kRuns, bench::processorMilliseconds, std::function<double()>(work));
    };
    print("40 rules, 12,000 sessions", 50, timed([&] {
              const auto reading = readPlaybook(view, playbook, {});
              double episodes = 0;
              for (const RuleReading& row : reading->rules)
                  episodes += row.error ? -1e9 : static_cast<double>(row.history.episodes.size());
              return episodes;
          }));
    const Playbook one{{}, {playbook.rules.front()}, {}, {}};
    print("one rule as it is typed: state and episodes' rows", 50, timed([&] {
              const auto reading = readPlaybook(view, one, {});
              return static_cast<double>(ledgerRows(reading->rules.front()).size());
          }));
    const auto reading = readPlaybook(view, one, {});
    print("its whole ledger", 50,
          timed([&] { return ledgerOf(reading->rules.front()).all.horizons.front().relative.placebo; }));
    return 0;
}
