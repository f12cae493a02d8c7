// How long flows of 50 funds over 20 years take: days to weeks, and everything the Flows page shows. Prints,
// judges nothing.
#include "app/gui/freed_memory.h"
#include "core/analysis/flows/flow_quadrant.h"
#include "core/analysis/flows/flow_study.h"
#include "core/analysis/flows/flows.h"
#include "core/figure/flow_figure.h"
#include "core/market/trading_calendar.h"
#include "tests/benchmarks/timing.h"
#include "tests/support/invented_market.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <functional>

using namespace rotascope;

namespace {

constexpr int kRuns = 51;
constexpr int kFunds = 50;

/// Median of kRuns.
double milliseconds(const std::function<double()>& work) {
    return bench::medianMilliseconds(kRuns, bench::processorMilliseconds, work);
}

std::vector<InstrumentData> funds(const std::vector<Date>& sessions, bool withAssets) {
    std::vector<InstrumentData> out;
    for (int fund = 0; fund < kFunds; ++fund) {
        test::InventedShocks shocks(static_cast<std::uint64_t>(fund) + 3);
        std::vector<double> closes, flows, assets;
        double price = 100;
        double held = 1e11;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            const double move = 0.01 * shocks.next();
            price *= 1 + move;
            closes.push_back(price);
            flows.push_back(1e8 * shocks.next());
            held = held * (1 + move) + flows.back();
            assets.push_back(held);
        }
        // The first ones are those of the shipped baskets.
        const Symbol symbol = fund < 15 ? shippedBaskets().back().funds[static_cast<std::size_t>(fund)]
                                        : fmt::format("FUND{}", fund);
        InstrumentData data = test::instrumentOf(symbol, sessions, closes);
        data.series.push_back({Field::Flow, Cadence::Daily, Availability::NextSession, sessions, flows});
        if (withAssets)
            data.series.push_back({Field::Aum, Cadence::Daily, Availability::NextSession, sessions, assets});
        out.push_back(std::move(data));
    }
    return out;
}

} // namespace

int main() {
    keepFreedMemory(); // as the window does
    const std::vector<Date> sessions = nyseSessions(*makeDate(2005, 11, 28), *makeDate(2025, 11, 28));
    const auto market = test::marketOf(funds(sessions, false));
    const MarketView view = MarketView::latest(market);
    std::vector<SeriesView> flows;
    for (const Symbol& symbol : market->symbols())
        flows.push_back(market->field(symbol, Field::Flow, Cadence::Daily)->values);
    const double weeks = milliseconds([&] {
        double sum = 0;
        for (const SeriesView& series : flows)
            sum += weeklySums(series.dates, series.values, std::chrono::Friday).usd.back();
        return sum;
    });
    const auto analysed = [](const MarketView& seen) {
        return milliseconds([&seen] { return analyseFlows(seen, {})->league.front().week.usd; });
    };
    const double whole = analysed(view);
    const double both = analysed(MarketView::latest(test::marketOf(funds(sessions, true))));
    const Flows result = *analyseFlows(view, {});
    const FundFlows& fund = *result.fund("IWM");
    const double study =
        milliseconds([&] { return studyFlows(view, fund, result.weekEnding, "SPY").persistence.same; });
    const double pictures = milliseconds([&] {
        const Figure figure =
            flowFigure(fundBars(fund, result.weekEnding, FlowPeriod::Week, FlowUnit::Usd), 900);
        return static_cast<double>(figure.panes.size() + flowQuadrant(result, 3).points.size());
    });
    fmt::print("{} funds, {} sessions each\n", kFunds, sessions.size());
    fmt::print("days to weeks, all funds      {:8.3f} ms   (at most 1)\n", weeks);
    fmt::print("league, ranks, baskets        {:8.3f} ms\n", whole);
    fmt::print("the same with daily assets    {:8.3f} ms   (a second source of each day)\n", both);
    fmt::print("study of one fund             {:8.3f} ms\n", study);
    fmt::print("bars and quadrant             {:8.3f} ms\n", pictures);
    fmt::print("whole page                    {:8.3f} ms   (below 10)\n", whole + study + pictures);
    return 0;
}
