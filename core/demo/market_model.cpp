#include "core/demo/market_model.h"

#include "core/demo/demo_facts.h"
#include "core/demo/elementary.h"
#include "core/demo/random.h"
#include "core/market/trading_calendar.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rotascope {

namespace {

/// Annual percent to daily fraction.
double dailySigma(double annualPercent) {
    return annualPercent / 100 / std::sqrt(252.0);
}

/// Returns and the variances behind them; a given day has variance 0 and so stays as it is.
struct Steps {
    std::vector<double> values;
    std::vector<double> variances;

    explicit Steps(std::size_t size)
        : values(size)
        , variances(size) {}
};

void fixGivenDays(Steps& steps, std::span<const Date> sessions, double GivenDay::*percent) {
    for (const GivenDay& day : demoGivenDays()) {
        const auto it = std::lower_bound(sessions.begin(), sessions.end(), day.date);
        const auto i = static_cast<std::size_t>(it - sessions.begin());
        steps.values[i] = portableLog(1 + day.*percent / 100);
        steps.variances[i] = 0;
    }
}

std::vector<double> differences(const std::vector<double>& path) {
    std::vector<double> out(path.size());
    for (std::size_t i = 1; i < path.size(); ++i)
        out[i] = path[i] - path[i - 1];
    return out;
}

/// The returns of `steps` corrected so that the index meets its pins.
std::vector<double> ledThroughPins(const Steps& steps, std::string_view symbol,
                                   std::span<const Date> sessions) {
    const std::vector<Pin> pins = logPins(symbol, sessions);
    return differences(bridgedPath(pins.front().level, steps.values, steps.variances, pins));
}

void modelLarge(MarketModel& model) {
    ClusteredNoise noise("large caps");
    Steps steps(model.sessions.size());
    model.largeSigma.resize(model.sessions.size());
    for (std::size_t i = 0; i < model.sessions.size(); ++i) {
        const ClusteredNoise::Step step = noise.next();
        const double sigma = dailySigma(demoEpoch(model.sessions[i]).large);
        steps.values[i] = sigma * step.value;
        steps.variances[i] = sigma * sigma * step.variance;
        model.largeSigma[i] = std::sqrt(steps.variances[i]);
    }
    fixGivenDays(steps, model.sessions, &GivenDay::large);
    model.large = ledThroughPins(steps, "SPX", model.sessions);
}

void modelSmall(MarketModel& model) {
    ClusteredNoise noise("two thousand");
    Steps steps(model.sessions.size());
    for (std::size_t i = 0; i < model.sessions.size(); ++i) {
        const ClusteredNoise::Step step = noise.next();
        const Epoch& epoch = demoEpoch(model.sessions[i]);
        const double sigma = dailySigma(epoch.small);
        steps.values[i] = epoch.beta * model.large[i] + sigma * step.value;
        steps.variances[i] = sigma * sigma * step.variance;
    }
    fixGivenDays(steps, model.sessions, &GivenDay::small);
    model.small = ledThroughPins(steps, "RUT", model.sessions);
}

std::vector<double> factor(std::string_view stream, double annualPercent, const MarketModel& model) {
    ClusteredNoise noise(stream);
    std::vector<double> out(model.sessions.size());
    for (std::size_t i = 1; i < out.size(); ++i) {
        // Sectors part more when the market moves more.
        const double stress = std::sqrt(demoEpoch(model.sessions[i]).large / 16);
        out[i] = dailySigma(annualPercent) * stress * noise.next().value;
    }
    return out;
}

} // namespace

std::vector<Pin> logPins(std::string_view symbol, std::span<const Date> dates) {
    std::vector<Pin> pins;
    for (const LevelPin& pin : demoPins()) {
        if (pin.symbol != symbol)
            continue;
        const auto it = std::lower_bound(dates.begin(), dates.end(), pin.date);
        assert(it != dates.end());
        pins.push_back({static_cast<std::size_t>(it - dates.begin()), portableLog(pin.level)});
    }
    return pins;
}

std::vector<double> bridgedPath(double start, std::span<const double> steps, std::span<const double> weights,
                                std::span<const Pin> pins) {
    std::vector<double> path(steps.size(), start);
    std::size_t from = 0;
    const auto run = [&](std::size_t to, double correctionPerWeight) {
        for (std::size_t i = from + 1; i <= to; ++i)
            path[i] = path[i - 1] + steps[i] + correctionPerWeight * weights[i];
        from = to;
    };
    for (const Pin& pin : pins) {
        if (pin.index == 0)
            continue;
        double reached = path[from];
        double weight = 0;
        for (std::size_t i = from + 1; i <= pin.index; ++i) {
            reached += steps[i];
            weight += weights[i];
        }
        run(pin.index, weight > 0 ? (pin.level - reached) / weight : 0);
        path[pin.index] = pin.level;
    }
    run(steps.size() - 1, 0);
    return path;
}

MarketModel modelMarket() {
    MarketModel model;
    model.sessions = nyseSessions(kDemoFirst, kDemoLast);
    modelLarge(model);
    modelSmall(model);
    model.growth = factor("growth", 7, model);
    model.financials = factor("financials", 11, model);
    model.value = factor("value", 6, model);
    return model;
}

} // namespace rotascope
