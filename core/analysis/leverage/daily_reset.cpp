#include "core/analysis/leverage/daily_reset.h"

#include "core/indicators/realised_volatility.h"
#include "core/indicators/returns.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Running sums over days: logarithm of what a day leaves, and how many days left nothing.
struct Growth {
    std::vector<double> logSum;
    std::vector<std::size_t> ruined;
};

Growth growthOf(std::span<const double> returns, double times) {
    Growth growth{std::vector<double>(returns.size(), 0), std::vector<std::size_t>(returns.size(), 0)};
    for (std::size_t i = 1; i < returns.size(); ++i) {
        const double left = 1 + times * returns[i];
        growth.logSum[i] = growth.logSum[i - 1] + (left <= 0 ? 0 : std::log(left));
        growth.ruined[i] = growth.ruined[i - 1] + (left <= 0 ? 1 : 0);
    }
    return growth;
}

} // namespace

DailyReset dailyReset(std::span<const double> closes, double times) {
    if (closes.size() < 2)
        return {kNaN, kNaN, kNaN, kNaN};
    double value = 1;
    double squares = 0;
    for (std::size_t i = 1; i < closes.size(); ++i) {
        const double r = simpleReturn(closes[i - 1], closes[i]);
        const double left = 1 + times * r;
        value *= left < 0 ? 0 : left;
        squares += r * r;
    }
    DailyReset out;
    out.index = simpleReturn(closes.front(), closes.back());
    out.naive = times * out.index;
    out.exact = value - 1;
    out.closedForm = std::pow(1 + out.index, times) * std::exp(-(times * times - times) / 2 * squares) - 1;
    return out;
}

std::vector<double> exactReturns(std::span<const double> closes, double times, std::size_t sessions) {
    assert(sessions >= 1);
    const Growth growth = growthOf(simpleReturns(closes, 1), times);
    std::vector<double> out(closes.size(), kNaN);
    for (std::size_t i = sessions; i < closes.size(); ++i) {
        const bool ruined = growth.ruined[i] > growth.ruined[i - sessions];
        out[i] = ruined ? -1 : std::expm1(growth.logSum[i] - growth.logSum[i - sessions]);
    }
    return out;
}

std::vector<double> compoundingHistory(std::span<const double> closes, double times, std::size_t sessions) {
    std::vector<double> out = exactReturns(closes, times, sessions);
    const std::vector<double> index = simpleReturns(closes, sessions);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] -= times * index[i];
    return out;
}

double volatilityDrag(double times, double volatilityPerYear, std::size_t sessions) {
    const double variance =
        volatilityPerYear * volatilityPerYear * static_cast<double>(sessions) / kSessionsPerYear;
    return -std::expm1(-(times * times - times) / 2 * variance);
}

} // namespace rotascope
