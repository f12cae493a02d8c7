#include "core/analysis/divergence.h"

#include "core/analysis/z_score.h"
#include "core/indicators/expanding.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

constexpr int kMostDays = 252;
constexpr std::size_t kBetaWindow = 252; ///< daily returns

Result<DivergenceParams> checked(const DivergenceParams& params) {
    if (params.days < 1 || params.days > kMostDays)
        return usageError("bad_days", fmt::format("A move is measured over 1 to {} sessions, not {}.",
                                                  kMostDays, params.days));
    return params;
}

Failure tooShort(const DivergenceParams& params, const PairSeries& pair) {
    return refused("too_short",
                   fmt::format("{} and {} share {} session{} up to {}; a move over {} needs {}.",
                               params.small, params.large, pair.size(), pair.size() == 1 ? "" : "s",
                               isoText(pair.dates.back()), params.days, params.days + 1));
}

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> out(a.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = a[i] - b[i];
    return out;
}

/// r_n(small) − β · r_n(large), each session with the β known on it.
std::vector<double> betaAdjustedSpread(const DivergenceHistory& history) {
    std::vector<double> out(history.beta.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = history.returnSmall[i] - history.beta[i] * history.returnLarge[i];
    return out;
}

std::vector<double> rollingBeta(const PairSeries& pair) {
    return rollingRegression(simpleReturns(pair.small, 1), simpleReturns(pair.large, 1), kBetaWindow).beta;
}

DivergenceHistory historyOf(const PairSeries& pair, std::size_t days) {
    DivergenceHistory history;
    history.returnSmall = simpleReturns(pair.small, days);
    history.returnLarge = simpleReturns(pair.large, days);
    history.spread = difference(history.returnSmall, history.returnLarge);
    history.zSpread = allZScores(history.spread);
    history.zSmall = allZScores(history.returnSmall);
    history.beta = rollingBeta(pair);
    return history;
}

ZReading readingOf(const std::vector<double>& z) {
    return {z.back(), shareAtOrBelow(z, z.back())};
}

ZReadings readingsOf(const std::array<std::vector<double>, kSigmaModeCount>& columns) {
    ZReadings readings;
    for (std::size_t i = 0; i < kSigmaModeCount; ++i)
        readings[i] = readingOf(columns[i]);
    return readings;
}

/// Fills the beta-adjusted figures and their history.
void addBetaAdjusted(Divergence& divergence) {
    DivergenceHistory& history = divergence.history;
    const std::vector<double> adjusted = betaAdjustedSpread(history);
    history.zBetaAdjusted = zScores(adjusted, SigmaMode::Expanding);
    const ZReading reading = readingOf(history.zBetaAdjusted);
    divergence.beta = {history.beta.back(), adjusted.back(), reading.z, reading.percentile};
}

/// The last session's figures, from the history that ends on it.
void addLastSession(Divergence& divergence) {
    const DivergenceHistory& history = divergence.history;
    divergence.asOf = divergence.pair.dates.back();
    divergence.returnSmall = history.returnSmall.back();
    divergence.returnLarge = history.returnLarge.back();
    divergence.spread = history.spread.back();
    divergence.percentile = shareAtOrBelow(history.spread, divergence.spread);
    divergence.percentileSmall = shareAtOrBelow(history.returnSmall, divergence.returnSmall);
    divergence.zSpread = readingsOf(history.zSpread);
    divergence.zSmall = readingsOf(history.zSmall);
}

} // namespace

Result<Divergence> analyseDivergence(const MarketView& view, const DivergenceParams& params) {
    if (const auto valid = checked(params); !valid)
        return Failure(valid.error());
    auto pair = alignPair(view, params.small, params.large);
    if (!pair)
        return Failure(pair.error());
    const auto days = static_cast<std::size_t>(params.days);
    if (pair->size() < days + 1)
        return tooShort(params, *pair);
    Divergence divergence;
    divergence.params = params;
    divergence.small = *view.instrument(params.small);
    divergence.large = *view.instrument(params.large);
    divergence.history = historyOf(*pair, days);
    divergence.table = performanceTable(*pair, params.calendar);
    divergence.pair = std::move(*pair);
    addLastSession(divergence);
    addBetaAdjusted(divergence);
    return divergence;
}

} // namespace rotascope
