#include "core/analysis/pair_trade/pair_trade.h"

#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kTolerance = 1e-9; ///< a loss within it of the stop has reached it

double betaAt(const PairSeries& pair, std::size_t session, std::size_t window) {
    if (session < window)
        return kNone;
    const auto returns = [&](const std::vector<double>& closes) {
        return simpleReturns(std::span(closes).subspan(session - window, window + 1), 1);
    };
    const std::vector<double> y = returns(pair.small);
    const std::vector<double> x = returns(pair.large);
    return rollingRegression(std::span(y).subspan(1), std::span(x).subspan(1), window).beta.back();
}

double spread(const PairSeries& pair, std::size_t from, std::size_t to) {
    return simpleReturn(pair.small[from], pair.small[to]) - simpleReturn(pair.large[from], pair.large[to]);
}

/// Mean over the parts entered by `at` of `profit(entered, at)`, the others at zero.
template <class Profit>
double overParts(std::size_t entry, int parts, std::size_t at, Profit profit) {
    double sum = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(parts) && entry + k <= at; ++k)
        sum += profit(entry + k, at);
    return sum / parts;
}

TradePath pathOf(const PairSeries& pair, std::size_t entry, const PairTradeParams& params, double beta) {
    TradePath path;
    std::vector<double> daily(static_cast<std::size_t>(params.parts), 1);
    for (std::size_t at = entry; at < pair.size(); ++at) {
        const double carry =
            params.carryPerYear * static_cast<double>((pair.dates[at] - pair.dates[entry]).count()) / 365;
        path.neverRebalanced.push_back(neverRebalancedProfit(pair, entry, params.parts, at) + carry);
        const double hedged = overParts(entry, params.parts, at, [&](std::size_t from, std::size_t to) {
            return simpleReturn(pair.small[from], pair.small[to]) -
                   beta * simpleReturn(pair.large[from], pair.large[to]);
        });
        path.betaNeutral.push_back(std::isnan(beta) ? kNone : hedged + carry);
        double sum = 0;
        for (std::size_t k = 0; k < daily.size(); ++k) {
            if (at > entry + k)
                daily[k] *= 1 + spread(pair, at - 1, at);
            sum += daily[k] - 1;
        }
        path.daily.push_back(sum / params.parts + carry);
    }
    return path;
}

TradePoint pointAt(const PairTrade& trade, std::size_t step) {
    return {trade.dates[step], step, trade.path.neverRebalanced[step]};
}

/// What a stop watches on each session; NaN before it can be told.
std::vector<double> watched(const PairSeries& pair, std::size_t entry, const PairTrade& trade,
                            const StopRule& rule) {
    const std::vector<double>& profit = trade.path.neverRebalanced;
    std::vector<double> out(profit.size(), kNone);
    double best = 0;
    for (std::size_t step = 0; step < out.size(); ++step) {
        best = std::max(best, profit[step]);
        if (rule.reference == StopReference::SinceEntry)
            out[step] = profit[step];
        else if (rule.reference == StopReference::Trailing)
            out[step] = profit[step] - best;
        else if (const auto window = static_cast<std::size_t>(rule.sessions); step >= window)
            out[step] = spread(pair, entry + step - window, entry + step);
    }
    return out;
}

StopReading readStop(const PairSeries& pair, std::size_t entry, const PairTrade& trade,
                     const StopRule& rule) {
    const std::vector<double> values = watched(pair, entry, trade, rule);
    StopReading out{rule, std::nullopt, values.back()};
    const auto hit = std::find_if(values.begin() + 1, values.end(),
                                  [&](double value) { return value <= -rule.loss + kTolerance; });
    if (hit != values.end())
        out.hit = pointAt(trade, static_cast<std::size_t>(hit - values.begin()));
    return out;
}

void addExtremes(PairTrade& trade) {
    const std::vector<double>& profit = trade.path.neverRebalanced;
    const auto [least, most] = std::minmax_element(profit.begin(), profit.end());
    trade.worst = pointAt(trade, static_cast<std::size_t>(least - profit.begin()));
    trade.best = pointAt(trade, static_cast<std::size_t>(most - profit.begin()));
    double best = 0;
    for (const double value : profit) {
        best = std::max(best, value);
        trade.drawdownPath.push_back(value - best);
    }
    trade.drawdownNow = trade.drawdownPath.back();
    trade.drawdown = *std::min_element(trade.drawdownPath.begin(), trade.drawdownPath.end());
}

Result<std::size_t> entryOf(const PairSeries& pair, std::optional<Date> asked) {
    if (!asked) {
        if (pair.size() <= kUsualTradeLength)
            return refused("too_short",
                           fmt::format("The pair has {} sessions; a trade is looked at over {} unless "
                                       "its entry is named.",
                                       pair.size(), kUsualTradeLength));
        return pair.size() - 1 - kUsualTradeLength;
    }
    if (*asked < pair.dates.front() || *asked > pair.dates.back())
        return refused("before_data",
                       fmt::format("{} is outside the pair's sessions, {} to {}.", isoText(*asked),
                                   isoText(pair.dates.front()), isoText(pair.dates.back())));
    const auto at = std::lower_bound(pair.dates.begin(), pair.dates.end(), *asked);
    if (*at != *asked)
        return refused("no_session",
                       fmt::format("{} is no session of the pair; its neighbours are {} and {}.",
                                   isoText(*asked), isoText(*(at - 1)), isoText(*at)));
    return static_cast<std::size_t>(at - pair.dates.begin());
}

Result<void> checkParams(const PairTradeParams& params) {
    if (params.parts < 1 || params.parts > kMostParts)
        return usageError("bad_parts", fmt::format("A trade is entered in 1 to {} parts, not {}.", kMostParts,
                                                   params.parts));
    for (const StopRule& rule : params.stops)
        if (!(rule.loss > 0) || rule.sessions < 1)
            return usageError("bad_stop", "A stop's loss and its sessions must be above zero.");
    return {};
}

} // namespace

std::vector<double> rollingBetas(const PairSeries& pair, std::size_t window) {
    const std::vector<double> y = simpleReturns(pair.small, 1);
    const std::vector<double> x = simpleReturns(pair.large, 1);
    return rollingRegression(y, x, window).beta;
}

double neverRebalancedProfit(const PairSeries& pair, std::size_t entry, int parts, std::size_t at) {
    return overParts(entry, parts, at,
                     [&](std::size_t from, std::size_t to) { return spread(pair, from, to); });
}

Result<PairTrade> measurePairTrade(const PairSeries& pair, const PairTradeParams& params) {
    if (const auto checked = checkParams(params); !checked)
        return Failure(checked.error());
    const auto entry = entryOf(pair, params.entry);
    if (!entry)
        return Failure(entry.error());
    PairTrade trade;
    trade.params = params;
    trade.entry = pair.dates[*entry];
    trade.asOf = pair.dates.back();
    trade.dates.assign(pair.dates.begin() + static_cast<std::ptrdiff_t>(*entry), pair.dates.end());
    trade.beta = betaAt(pair, *entry, kTradeBetaWindow);
    trade.betaNow = betaAt(pair, pair.size() - 1, kTradeBetaWindow);
    trade.betaNowShort = betaAt(pair, pair.size() - 1, kShortBetaWindow);
    trade.path = pathOf(pair, *entry, params, trade.beta);
    PairTradeParams atOnce = params;
    atOnce.parts = 1;
    trade.lumpPath = pathOf(pair, *entry, atOnce, kNone).neverRebalanced;
    trade.lump = trade.lumpPath.back();
    addExtremes(trade);
    for (const StopRule& rule : params.stops)
        trade.stops.push_back(readStop(pair, *entry, trade, rule));
    return trade;
}

} // namespace rotascope
