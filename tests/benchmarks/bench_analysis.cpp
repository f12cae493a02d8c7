// How long the kernels and a whole divergence take on 12,000 sessions, beside pandas (and TA-Lib, bottleneck)
// where this machine has them. Prints, judges nothing.
#include "core/analysis/divergence.h"
#include "core/analysis/trend/trend.h"
#include "core/analysis/z_score.h"
#include "core/figure/divergence_figure.h"
#include "core/indicators/ewma.h"
#include "core/indicators/expanding.h"
#include "core/indicators/exponential_average.h"
#include "core/indicators/order.h"
#include "core/indicators/returns.h"
#include "core/indicators/robust.h"
#include "core/indicators/rolling.h"
#include "core/indicators/wilder.h"
#include "tests/benchmarks/talib_peer.h"
#include "tests/benchmarks/timing.h"
#include "tests/support/invented_market.h"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

using namespace rotascope;

namespace {

constexpr std::size_t kSessions = 12'000;
constexpr int kRuns = 101;

/// Median of kRuns.
double milliseconds(const std::function<double()>& work) {
    return bench::medianMilliseconds(kRuns, bench::wallMilliseconds, work);
}

using PeerTimes = std::map<std::string, std::vector<std::pair<std::string, double>>>; ///< kernel → peer, ms

/// What the peers' script printed: "kernel peer milliseconds" a line.
PeerTimes peerTimes(const std::vector<double>& small, const std::vector<double>& large) {
    PeerTimes times;
    if (std::string_view(ROTASCOPE_PYTHON).empty())
        return times;
    const std::string folder = ROTASCOPE_BENCHMARK_FOLDER;
    {
        std::ofstream prices(folder + "/bench_analysis_prices.csv");
        for (std::size_t i = 0; i < small.size(); ++i)
            prices << fmt::format("{},{}\n", small[i], large[i]);
    }
    const std::string output = folder + "/bench_analysis_peers.txt";
    const std::string command = fmt::format("\"{}\" \"{}\" \"{}/bench_analysis_prices.csv\" > \"{}\"",
                                            ROTASCOPE_PYTHON, ROTASCOPE_PEERS_SCRIPT, folder, output);
    if (std::system(command.c_str()) != 0)
        return times;
    std::ifstream lines(output);
    std::string kernel, peer;
    double ms = 0;
    while (lines >> kernel >> peer >> ms)
        times[kernel].emplace_back(peer, ms);
    return times;
}

void addTalib([[maybe_unused]] PeerTimes& times, [[maybe_unused]] const std::vector<double>& small,
              [[maybe_unused]] const std::vector<double>& large,
              [[maybe_unused]] const std::vector<double>& spread) {
#ifdef ROTASCOPE_TALIB
    for (const bench::TalibKernel& kernel : bench::talibKernels(small, large, spread))
        times[kernel.id].emplace_back("TA-Lib C", milliseconds(kernel.work));
#endif
}

void printRow(const std::string& kernel, const std::string& label, double ms, const PeerTimes& peers) {
    std::string line = fmt::format("{:<34}{:>9.3f}", label, ms);
    if (const auto found = peers.find(kernel); found != peers.end())
        for (const auto& [peer, peerMs] : found->second)
            line += fmt::format("   {} {:.3f} ({:.1f}×)", peer, peerMs, peerMs / ms);
    fmt::print("{}\n", line);
}

struct Kernel {
    const char* id;
    const char* label;
    std::function<double()> work;
};

std::vector<Kernel> kernels(const std::vector<double>& small, const std::vector<double>& large,
                            const std::vector<double>& spread) {
    const std::size_t last = small.size() - 1;
    return {
        {"sma200", "SMA 200", [&, last] { return simpleMovingAverage(small, 200)[last]; }},
        {"ema20", "EMA 20", [&, last] { return exponentialMovingAverage(small, 20)[last]; }},
        {"rsi14", "RSI 14", [&, last] { return relativeStrengthIndex(small, 14)[last]; }},
        {"rolling_sd", "rolling mean and sd 252", [&, last] { return rollingMoments(spread, 252).sd[last]; }},
        {"rolling_z", "rolling z 252", [&, last] { return zScores(spread, SigmaMode::Rolling252)[last]; }},
        {"correlation", "beta and correlation 252",
         [&, last] { return rollingRegression(small, large, 252).correlation[last]; }},
        {"expanding_z", "expanding z", [&, last] { return zScores(spread, SigmaMode::Expanding)[last]; }},
        {"ewma_z", "EWMA z", [&, last] { return zScores(spread, SigmaMode::Ewma94)[last]; }},
        {"order", "sorted order", [&] { return static_cast<double>(sortedOrder(spread).back()); }},
        {"mad_z", "expanding median and MAD, z", [&, last] { return zScores(spread, SigmaMode::Mad)[last]; }},
        {"percentile", "expanding percentile",
         [&, last] { return expandingPercentile(spread, sortedOrder(spread))[last]; }},
    };
}

/// Instruments of the trend matrix's goal: 24 with 10,000 sessions each, closes alone.
std::shared_ptr<const Market> matrixMarket() {
    constexpr std::uint64_t kInstruments = 24;
    std::vector<InstrumentData> instruments;
    for (std::uint64_t seed = 1; seed <= kInstruments; ++seed) {
        InstrumentData data = std::move(test::inventedPair(10'050, seed).front());
        data.instrument = describeSymbol(fmt::format("F{:02}", seed));
        instruments.push_back(std::move(data));
    }
    return test::marketOf(std::move(instruments));
}

/// A program that has read a market has a heap that keeps its pages; a fresh one would measure the kernel
/// handing them out anew for every column.
void warmHeap() {
    std::vector<char> pages(std::size_t{16} << 20U);
    volatile const char* first = pages.data();
    bench::g_sink = bench::g_sink + *first;
}

} // namespace

int main() {
    warmHeap();
    // A few sessions more than wanted, since the invented legs do not trade on quite the same days.
    const auto market = test::marketOf(test::inventedPair(12'186));
    const MarketView view = MarketView::latest(market);
    PairSeries pair = *alignPair(view, "RUT", "SPX");
    fmt::print("{} common sessions, median of {} runs, ms (in brackets: times as long as ours)\n",
               pair.size(), kRuns);
    pair.small.resize(kSessions);
    pair.large.resize(kSessions);
    const Divergence divergence = *analyseDivergence(view, {});
    std::vector<double> spread(divergence.history.spread.begin() + 5, divergence.history.spread.end());
    spread.resize(kSessions);
    PeerTimes peers = peerTimes(pair.small, pair.large);
    if (peers.empty())
        fmt::print("No Python with pandas here: no such peers.\n");
    addTalib(peers, pair.small, pair.large, spread);
    for (const Kernel& kernel : kernels(pair.small, pair.large, spread))
        printRow(kernel.id, kernel.label, milliseconds(kernel.work), peers);
    printRow("", "pair alignment", milliseconds([&] { return alignPair(view, "RUT", "SPX")->small.back(); }),
             peers);
    printRow("divergence", "whole divergence (goal 2)",
             milliseconds([&] { return analyseDivergence(view, {})->spread; }), peers);
    printRow("", "its figure",
             milliseconds([&] { return static_cast<double>(divergenceFigure(divergence).panes.size()); }),
             peers);
    const MarketView matrix = MarketView::latest(matrixMarket());
    printRow("", "trend matrix, 24 × 10,000 (goal 5)",
             milliseconds([&] { return analyseTrend(matrix, {})->rows.back().close; }), peers);
    return 0;
}
