#include "core/rules/rule_functions.h"

#include "core/indicators/channel.h"
#include "core/indicators/exponential_average.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"
#include "core/indicators/wilder.h"
#include "core/rules/rule_kernels.h"

namespace rotascope {

namespace {

using Own = OwnColumns;
using Column = std::vector<double>;
using A = ArgumentKind;
using F = FunctionKind;
using U = UnitRule;

Column asTheyAre(const Own& own, std::size_t) {
    return {own.values.begin(), own.values.end()};
}
Column returns(const Own& own, std::size_t n) {
    return simpleReturns(own.values, n);
}
Column weekly(const Own& own, std::size_t) {
    return weekEndReturns(own);
}
Column average(const Own& own, std::size_t n) {
    return simpleMovingAverage(own.values, n);
}
Column smoothed(const Own& own, std::size_t n) {
    return exponentialMovingAverage(own.values, n);
}
Column strength(const Own& own, std::size_t n) {
    return relativeStrengthIndex(own.values, n);
}
Column trueRanges(const Own& own, std::size_t n) {
    return averageTrueRange({own.high, own.low, own.values}, n);
}
Column highest(const Own& own, std::size_t n) {
    return channelBefore(own.values, n).highest;
}
Column lowest(const Own& own, std::size_t n) {
    return channelBefore(own.values, n).lowest;
}
Column inARow(const Own& own, std::size_t) {
    return streaks(own);
}
Column range(const Own& own, std::size_t) {
    return dayRanges(own);
}

constexpr RuleFunction kFunctions[] = {
    {"ret(S, n)",
     "return over n observations",
     F::OverSeries,
     {A::Series, A::Length},
     2,
     U::Return,
     &returns},
    {"wret(S)",
     "return from week-end close to week-end close",
     F::OverSeries,
     {A::Series},
     1,
     U::Return,
     &weekly,
     false,
     true},
    {"chg(S, n)",
     "change over n observations; of a series in percent in pp or bp",
     F::OverSeries,
     {A::Series, A::Length},
     2,
     U::Change,
     &changesOver},
    {"close(S)",
     "close, or the value of a series without bars; S alone means the same",
     F::Field,
     {A::Name},
     1,
     U::OwnUnit,
     &asTheyAre,
     false,
     false,
     Field::Close},
    {"open(S)", "open of the bar", F::Field, {A::Name}, 1, U::OwnUnit, &asTheyAre, false, false, Field::Open},
    {"high(S)", "high of the bar", F::Field, {A::Name}, 1, U::OwnUnit, &asTheyAre, false, false, Field::High},
    {"low(S)", "low of the bar", F::Field, {A::Name}, 1, U::OwnUnit, &asTheyAre, false, false, Field::Low},
    {"volume(S)",
     "volume of the bar",
     F::Field,
     {A::Name},
     1,
     U::Count,
     &asTheyAre,
     false,
     false,
     Field::Volume},
    {"ratio(A, B)",
     "closes of A over closes of B on common dates; a series of its own",
     F::Ratio,
     {A::Name, A::Name},
     2,
     U::Ratio,
     &asTheyAre},
    {"flow(S, week)",
     "a fund's flow by complete week, or by day",
     F::Flow,
     {A::Name, A::Period},
     2,
     U::Usd,
     &asTheyAre},
    {"sma(S, n)",
     "mean of the last n observations",
     F::OverSeries,
     {A::Series, A::Length},
     2,
     U::OwnUnit,
     &average},
    {"ema(S, n)",
     "exponential average, k = 2 / (n + 1)",
     F::OverSeries,
     {A::Series, A::Length},
     2,
     U::OwnUnit,
     &smoothed},
    {"rsi(S, n)", "Wilder's RSI, 0 to 100", F::OverSeries, {A::Series, A::Length}, 2, U::Number, &strength},
    {"atr(S, n)",
     "Wilder's average true range",
     F::OverSeries,
     {A::Series, A::Length},
     2,
     U::OwnUnit,
     &trueRanges,
     true},
    {"high_n(S, n)",
     "highest of the n observations before today",
     F::OverSeries,
     {A::Series, A::Length},
     2,
     U::OwnUnit,
     &highest},
    {"low_n(S, n)",
     "lowest of the n observations before today",
     F::OverSeries,
     {A::Series, A::Length},
     2,
     U::OwnUnit,
     &lowest},
    {"drawdown(S, n)",
     "fall from the highest of the last n observations; without n: of all",
     F::OverSeries,
     {A::Series, A::Length},
     1,
     U::Return,
     &fallsFromHigh},
    {"range(S)",
     "high minus low over the close before",
     F::OverSeries,
     {A::Series},
     1,
     U::Return,
     &range,
     true},
    {"streak(S)",
     "observations in a row that rose (above 0) or fell; of flows: in or out",
     F::OverSeries,
     {A::Series},
     1,
     U::Sessions,
     &inARow},
    {"rank(S, n)",
     "place among the last n observations, of the year (year) or so far (all); 1 is the largest",
     F::OverSeries,
     {A::Series, A::Window},
     2,
     U::Count,
     &ranks},
    {"z(X, mode)",
     "standard deviations of a value from its history; expanding without mode",
     F::Z,
     {A::Value, A::Sigma},
     1,
     U::Sigma},
    {"max(X, Y)", "the larger of two values", F::Larger, {A::Value, A::Value}, 2, U::OwnUnit},
    {"min(X, Y)", "the smaller of two values", F::Smaller, {A::Value, A::Value}, 2, U::OwnUnit},
    {"abs(X)", "a value without its sign", F::Absolute, {A::Value}, 1, U::OwnUnit},
    {"since(DATE)", "sessions since a date", F::Since, {A::Day}, 1, U::Sessions},
};

} // namespace

std::span<const RuleFunction> ruleFunctions() {
    return kFunctions;
}

const RuleFunction* ruleFunctionNamed(std::string_view name) {
    for (const RuleFunction& row : kFunctions)
        if (row.name() == name)
            return &row;
    return nullptr;
}

} // namespace rotascope
