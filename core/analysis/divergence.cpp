#include "core/analysis/divergence.h"

#include "core/analysis/z_score.h"
#include "core/indicators/expanding.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

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

/// r_n(small) − β · r_n(large), with the β known on the session.
double betaAdjustedSpread(const DivergenceHistory& history, std::size_t session) {
    return history.returnSmall[session] - history.beta[session] * history.returnLarge[session];
}

std::vector<double> betaAdjustedSpreads(const DivergenceHistory& history) {
    std::vector<double> out(history.beta.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = betaAdjustedSpread(history, i);
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
    history.zBetaAdjusted = zScores(betaAdjustedSpreads(history), SigmaMode::Expanding);
    return history;
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b, std::size_t count) {
    return std::memcmp(a.data(), b.data(), count * sizeof(double)) == 0;
}

bool beginsWith(const PairSeries& whole, const PairSeries& pair) {
    const std::size_t count = pair.size();
    return count <= whole.size() && std::equal(pair.dates.begin(), pair.dates.end(), whole.dates.begin()) &&
           sameBits(pair.small, whole.small, count) && sameBits(pair.large, whole.large, count);
}

using Columns = std::array<std::vector<double>, kSigmaModeCount>;

/// The first `count` sessions of every column of `whole`; the in-sample z, which knows the last session,
/// anew.
DivergenceHistory historyCut(const DivergenceHistory& whole, std::size_t count) {
    const auto cut = [count](const std::vector<double>& column) {
        return std::vector<double>(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(count));
    };
    const auto cutAll = [&cut](const Columns& columns, const std::vector<double>& values) {
        Columns out;
        for (std::size_t i = 0; i < kSigmaModeCount; ++i)
            out[i] =
                i == indexOf(SigmaMode::InSample) ? zScores(values, SigmaMode::InSample) : cut(columns[i]);
        return out;
    };
    DivergenceHistory history;
    history.returnSmall = cut(whole.returnSmall);
    history.returnLarge = cut(whole.returnLarge);
    history.spread = cut(whole.spread);
    history.zSpread = cutAll(whole.zSpread, history.spread);
    history.zSmall = cutAll(whole.zSmall, history.returnSmall);
    history.beta = cut(whole.beta);
    history.zBetaAdjusted = cut(whole.zBetaAdjusted);
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
    const ZReading adjusted = readingOf(history.zBetaAdjusted);
    divergence.beta = {history.beta.back(), betaAdjustedSpread(history, history.beta.size() - 1), adjusted.z,
                       adjusted.percentile};
}

} // namespace

Result<Divergence> analyseDivergence(const MarketView& view, const DivergenceParams& params,
                                     const Divergence* known) {
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
    const bool cuts = known && known->params.days == params.days && beginsWith(known->pair, *pair);
    divergence.history = cuts ? historyCut(known->history, pair->size()) : historyOf(*pair, days);
    divergence.table = performanceTable(*pair, params.calendar);
    divergence.pair = std::move(*pair);
    addLastSession(divergence);
    return divergence;
}

} // namespace rotascope
