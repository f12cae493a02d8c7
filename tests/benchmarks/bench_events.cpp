// How long an event study of 12,000 sessions takes on one thread, and its robustness block, beside numpy
// doing the same where this machine has it. Prints, judges nothing.
#include "core/analysis/event_claim.h"
#include "core/analysis/event_robustness.h"
#include "core/figure/event_figure.h"
#include "tests/benchmarks/timing.h"
#include "tests/support/invented_market.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>

using namespace rotascope;

namespace {

constexpr std::size_t kSessions = 12'000;
constexpr int kRuns = 31;

/// Median of kRuns.
double milliseconds(const std::function<double()>& work) {
    return bench::medianMilliseconds(kRuns, bench::processorMilliseconds, work);
}

template <class T>
void write(const std::string& path, const std::vector<T>& values) {
    std::ofstream out(path);
    for (const T& value : values)
        out << fmt::format("{}\n", value);
}

/// What the peers' script printed: "part milliseconds" a line.
std::map<std::string, double> numpyTimes(const PairSeries& pair, const EventPattern& pattern) {
    std::map<std::string, double> times;
    if (std::string_view(ROTASCOPE_PYTHON).empty())
        return times;
    const std::string folder = ROTASCOPE_BENCHMARK_FOLDER;
    write(folder + "/bench_events_small.txt", pair.small);
    write(folder + "/bench_events_large.txt", pair.large);
    write(folder + "/bench_events_eligible.txt", pattern.eligible);
    write(folder + "/bench_events_events.txt", pattern.events);
    const std::string output = folder + "/bench_events_peers.txt";
    const std::string command = fmt::format("\"{}\" \"{}\" \"{}\" > \"{}\"", ROTASCOPE_PYTHON,
                                            ROTASCOPE_PEERS_SCRIPT, folder, output);
    if (std::system(command.c_str()) != 0)
        return times;
    std::ifstream lines(output);
    std::string part;
    double ms = 0;
    while (lines >> part >> ms)
        times[part] = ms;
    return times;
}

void print(const std::string& label, double goal, double ms, const std::map<std::string, double>& peers,
           const std::string& part) {
    std::string line = fmt::format("{:<62}{:>9.2f}", label, ms);
    line += goal > 0 ? fmt::format("   goal {:>3.0f}", goal) : "           ";
    if (const auto peer = peers.find(part); peer != peers.end())
        line += fmt::format("   numpy {:.1f} ({:.1f}x)", peer->second, peer->second / ms);
    fmt::print("{}\n", line);
}

} // namespace

int main() {
    const auto pair = test::inventedPair(12'186);
    const MarketView view = MarketView::asOf(
        test::marketOf(pair),
        alignPair(MarketView::latest(test::marketOf(pair)), "RUT", "SPX")->dates[kSessions - 1]);
    const Divergence divergence = *analyseDivergence(view, {});
    EventStudyParams params;
    params.definition.threshold = 2.9; // about as many events as the real pair has
    const EventStudy study = *studyEvents(divergence, params);
    fmt::print("{} sessions, {} events of {} event days; median of {} runs on one thread, ms\n",
               divergence.pair.size(), study.rows.size(), study.pattern.eventDays.size(), kRuns);
    const auto peers = numpyTimes(divergence.pair, study.pattern);
    if (peers.empty())
        fmt::print("No Python with numpy here: no peer.\n");
    print("whole study: six horizons, three series, placebo, path, odds", 10,
          milliseconds([&] { return studyEvents(divergence, params)->path.mean.back(); }), peers, "study");
    print("robustness: 144 combinations, gaps, years, decades", 60, milliseconds([&] {
              return double(studyRobustness(divergence, params, 126, Leg::Small)->combinations.size());
          }),
          peers, "robustness");
    print("claim of two horizons under six estimates", 0, milliseconds([&] {
              return double(judgeClaimAsMade(view, divergence, params,
                                             *parseClaim("7 % in 6 months, 14 % in 12 months"))
                                ->sentences.size());
          }),
          peers, "claim");
    print("its figure", 0, milliseconds([&] { return double(eventFigure(study, study.path).panes.size()); }),
          peers, "figure");
    return 0;
}
