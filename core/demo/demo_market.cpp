#include "core/demo/demo_market.h"

#include "core/demo/bars.h"
#include "core/demo/demo_catalogue.h"
#include "core/demo/demo_facts.h"
#include "core/demo/elementary.h"
#include "core/demo/market_model.h"
#include "core/demo/random.h"
#include "core/demo/single_series.h"
#include "core/demo/weekly_flows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string>

namespace rotascope {

namespace {

constexpr int kPriceDecimals = 2;
constexpr double kMillion = 1e6;

std::size_t firstSession(const MarketModel& model, Date first) {
    const auto it = std::lower_bound(model.sessions.begin(), model.sessions.end(), first);
    return static_cast<std::size_t>(it - model.sessions.begin());
}

/// Log returns from session `from` on, the first one 0.
std::vector<double> stepsOf(const DemoInstrument& row, const MarketModel& model, std::size_t from) {
    ClusteredNoise own(row.symbol);
    std::vector<double> steps(model.sessions.size() - from);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const std::size_t t = from + i;
        const double alone = row.ownVolatility / 100 / std::sqrt(252.0) * own.next().value;
        steps[i] = row.large * model.large[t] + row.small * model.small[t] + row.growth * model.growth[t] +
                   row.financials * model.financials[t] + row.value * model.value[t] + alone;
    }
    return steps;
}

std::vector<double> closesOf(const DemoInstrument& row, const MarketModel& model, std::size_t from) {
    const std::vector<double> steps = stepsOf(row, model, from);
    const auto dates = std::span(model.sessions).subspan(from);
    std::vector<double> weights;
    for (const double sigma : std::span(model.largeSigma).subspan(from))
        weights.push_back(sigma * sigma);
    std::vector<Pin> pins = logPins(row.symbol, dates);
    const double end = portableLog(row.lastPrice);
    pins.push_back({dates.size() - 1, end});
    const double start = row.firstPrice > 0 ? portableLog(row.firstPrice)
                                            : end - std::accumulate(steps.begin(), steps.end(), 0.0);
    std::vector<double> closes = bridgedPath(start, steps, weights, pins);
    for (double& close : closes)
        close = roundedTo(portableExp(close), kPriceDecimals);
    return closes;
}

/// Compounded every day from the index's own closes, so that Π(1 + L·r) is what a reader finds, less the
/// cost.
std::vector<double> leveragedCloses(const DemoLeveraged& row, std::span<const double> index) {
    std::vector<double> closes(index.size(), 1);
    for (std::size_t i = 1; i < index.size(); ++i)
        closes[i] =
            closes[i - 1] * (1 + row.multiple * (index[i] / index[i - 1] - 1) - row.yearlyCost / 25'200);
    const double scale = row.lastPrice / closes.back();
    for (double& close : closes)
        close = roundedTo(close * scale, kPriceDecimals);
    return closes;
}

std::vector<double> scaledSigmas(const MarketModel& model, std::size_t from, double times,
                                 double ownAnnualPercent) {
    const double own = ownAnnualPercent / 100 / std::sqrt(252.0);
    std::vector<double> sigmas;
    for (const double sigma : std::span(model.largeSigma).subspan(from))
        sigmas.push_back(std::sqrt(times * times * sigma * sigma + own * own));
    return sigmas;
}

InstrumentData instrumentOf(const DemoInstrument& row, const MarketModel& model) {
    const std::size_t from = firstSession(model, row.first);
    const std::vector<double> closes = closesOf(row, model, from);
    const std::vector<double> sigmas =
        scaledSigmas(model, from, row.large + 1.15 * row.small, row.ownVolatility + 3);
    InstrumentData data{describeSymbol(row.symbol), {}, {}};
    const bool isFund = data.instrument.kind == InstrumentKind::Fund;
    data.daily = makeBars({row.symbol, std::span(model.sessions).subspan(from), closes, sigmas, isFund,
                           row.dividendYield, row.firstVolume * kMillion, row.lastVolume * kMillion});
    if (isFund)
        data.series = weeklyFlows({row.symbol, data.daily, row.assets, row.yearlyGrowth, row.weeklyFlow});
    return data;
}

InstrumentData leveragedOf(const DemoLeveraged& row, const MarketModel& model, const PriceBars& index) {
    const std::size_t from = firstSession(model, row.first);
    const std::vector<double> closes =
        leveragedCloses(row, std::span(index.column(Field::Close)).subspan(from));
    const std::vector<double> sigmas = scaledSigmas(model, from, 1.2 * std::abs(row.multiple), 3);
    InstrumentData data{describeSymbol(row.symbol), {}, {}};
    data.daily = makeBars({row.symbol, std::span(model.sessions).subspan(from), closes, sigmas, true, 0,
                           row.firstVolume * kMillion, row.lastVolume * kMillion});
    data.series = weeklyFlows({row.symbol, data.daily, row.assets, row.yearlyGrowth, row.weeklyFlow});
    return data;
}

} // namespace

std::vector<InstrumentData> demoMarket() {
    const MarketModel model = modelMarket();
    std::vector<InstrumentData> market;
    for (const DemoInstrument& row : demoInstruments())
        market.push_back(instrumentOf(row, model));
    const PriceBars small = market.front().daily;
    for (const DemoLeveraged& row : demoLeveraged())
        market.push_back(leveragedOf(row, model, small));
    for (InstrumentData& data : demoSingleSeries(model))
        market.push_back(std::move(data));
    return market;
}

} // namespace rotascope
