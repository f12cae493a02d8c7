#include "core/indicators/indicator_catalogue.h"

#include "core/indicators/capture.h"
#include "core/indicators/channel.h"
#include "core/indicators/drawdown.h"
#include "core/indicators/exponential_average.h"
#include "core/indicators/realised_volatility.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"
#include "core/indicators/standardised.h"
#include "core/indicators/volume_balance.h"
#include "core/indicators/wilder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

using Columns = IndicatorColumns;
using Needs = IndicatorNeeds;
using Column = std::vector<double>;

constexpr std::size_t kMacdFast = 12;
constexpr std::size_t kMacdSlow = 26;
constexpr std::size_t kMacdSignal = 9;

Column sma(const Columns& in, std::size_t window) {
    return simpleMovingAverage(in.values, window);
}
Column ema(const Columns& in, std::size_t window) {
    return exponentialMovingAverage(in.values, window);
}
Column rsi(const Columns& in, std::size_t window) {
    return relativeStrengthIndex(in.values, window);
}
Column atr(const Columns& in, std::size_t window) {
    return averageTrueRange({in.high, in.low, in.values}, window);
}
Column macdLine(const Columns& in, std::size_t) {
    return macd(in.values, kMacdFast, kMacdSlow, kMacdSignal).line;
}
Column macdSignal(const Columns& in, std::size_t) {
    return macd(in.values, kMacdFast, kMacdSlow, kMacdSignal).signal;
}
Column obv(const Columns& in, std::size_t) {
    return onBalanceVolume(in.values, in.volume);
}
Column accumulation(const Columns& in, std::size_t) {
    return accumulationDistribution({in.high, in.low, in.values, in.volume});
}
Column highest(const Columns& in, std::size_t window) {
    return channelBefore(in.values, window).highest;
}
Column lowest(const Columns& in, std::size_t window) {
    return channelBefore(in.values, window).lowest;
}
Column z(const Columns& in, std::size_t window) {
    return rollingZ(in.values, window);
}
Column drawdown(const Columns& in, std::size_t) {
    return drawdowns(in.values);
}
Column volatility(const Columns& in, std::size_t window) {
    return realisedVolatility(in.values, window);
}

Regression returnRegression(const Columns& in, std::size_t window) {
    return rollingRegression(simpleReturns(in.values, 1), simpleReturns(in.other, 1), window);
}
Column beta(const Columns& in, std::size_t window) {
    return returnRegression(in, window).beta;
}
Column correlation(const Columns& in, std::size_t window) {
    return returnRegression(in, window).correlation;
}

Capture returnCapture(const Columns& in, std::size_t window) {
    return rollingCapture(simpleReturns(in.values, 1), simpleReturns(in.other, 1), window);
}
Column upCapture(const Columns& in, std::size_t window) {
    return returnCapture(in, window).up;
}
Column downCapture(const Columns& in, std::size_t window) {
    return returnCapture(in, window).down;
}

constexpr Lookback kFullWindow{1, -1};
constexpr Lookback kOneMore{1, 0}; ///< changes, returns, and windows that leave today out
constexpr Lookback kNone{0, 0};
constexpr Lookback kSlowMacd{0, static_cast<int>(kMacdSlow) - 1};
constexpr Lookback kMacdAndSignal{0, static_cast<int>(kMacdSlow + kMacdSignal) - 2};

constexpr std::string_view kSeries = "unit of the series";

// clang-format off
constexpr std::array kIndicators{
    IndicatorInfo{"sma", "SMA", "simple moving average", Needs::ValuesAlone, 50, kFullWindow, kSeries,
        "mean of the last n values", "a full window of n values", &sma},
    IndicatorInfo{"ema", "EMA", "exponential moving average", Needs::ValuesAlone, 20, kFullWindow, kSeries,
        "e + k · (x − e), k = 2 / (n + 1)", "the mean of the first n values", &ema},
    IndicatorInfo{"rsi", "RSI", "relative strength index (Wilder)", Needs::ValuesAlone, 14, kOneMore, "0 to 100",
        "100 · G / (G + L), Wilder's averages of rises and falls", "the means of the first n changes", &rsi},
    IndicatorInfo{"atr", "ATR", "average true range (Wilder)", Needs::HighAndLow, 14, kOneMore, kSeries,
        "Wilder's average of max(high − low, |high − close before|, |low − close before|)",
        "the mean of the first n true ranges", &atr},
    IndicatorInfo{"macd", "MACD 12/26", "MACD line", Needs::ValuesAlone, 0, kSlowMacd, kSeries,
        "EMA12 − EMA26", "both averages on the 26th value, from its last 12 and 26", &macdLine},
    IndicatorInfo{"macd_signal", "MACD 12/26/9 signal", "MACD signal line", Needs::ValuesAlone, 0, kMacdAndSignal, kSeries,
        "EMA9 of EMA12 − EMA26", "the mean of the first 9 values of the line", &macdSignal},
    IndicatorInfo{"obv", "OBV", "on-balance volume", Needs::Volume, 0, kNone, "shares",
        "+ volume on a rise, − volume on a fall, unchanged otherwise", "the first bar's volume", &obv},
    IndicatorInfo{"ad", "A/D", "accumulation/distribution", Needs::HighLowAndVolume, 0, kNone, "shares",
        "running sum of volume · ((close − low) − (high − close)) / (high − low)",
        "0 before the first bar; a bar with high = low adds nothing", &accumulation},
    IndicatorInfo{"highest", "highest ", "Donchian channel, upper", Needs::ValuesAlone, 20, kOneMore, kSeries,
        "highest of the n values before today", "n values before", &highest},
    IndicatorInfo{"lowest", "lowest ", "Donchian channel, lower", Needs::ValuesAlone, 20, kOneMore, kSeries,
        "lowest of the n values before today", "n values before", &lowest},
    IndicatorInfo{"z", "z ", "rolling z", Needs::ValuesAlone, 252, kFullWindow, "σ",
        "(x − mean) / σ of the last n values, today included, σ with n − 1", "a full window of n values", &z},
    IndicatorInfo{"drawdown", "drawdown", "drawdown", Needs::ValuesAlone, 0, kNone, "fraction",
        "x / highest value so far − 1", "0 at the first value", &drawdown},
    IndicatorInfo{"beta", "beta ", "rolling beta", Needs::OtherSeries, 252, kOneMore, "ratio",
        "cov(y, x) / var(x) of the last n daily returns", "n daily returns", &beta},
    IndicatorInfo{"correlation", "correlation ", "rolling correlation", Needs::OtherSeries, 252, kOneMore, "−1 to 1",
        "Pearson's, of the last n daily returns", "n daily returns", &correlation},
    IndicatorInfo{"up_capture", "up capture ", "up capture", Needs::OtherSeries, 252, kOneMore, "ratio",
        "sum of own returns over sum of the other's, on the days the other rose, of the last n",
        "n daily returns, one of them a rise", &upCapture},
    IndicatorInfo{"down_capture", "down capture ", "down capture", Needs::OtherSeries, 252, kOneMore, "ratio",
        "sum of own returns over sum of the other's, on the days the other fell, of the last n",
        "n daily returns, one of them a fall", &downCapture},
    IndicatorInfo{"volatility", "volatility ", "realised volatility", Needs::ValuesAlone, 21, kOneMore, "fraction a year",
        "σ of the last n daily returns (n − 1), times √252", "n daily returns", &volatility},
};
// clang-format on

} // namespace

std::span<const IndicatorInfo> indicators() {
    return kIndicators;
}

const IndicatorInfo* indicatorNamed(std::string_view id) {
    const auto* row = std::find_if(kIndicators.begin(), kIndicators.end(),
                                   [id](const IndicatorInfo& info) { return info.id == id; });
    return row == kIndicators.end() ? nullptr : row;
}

std::string indicatorLabel(const IndicatorInfo& info, std::size_t window) {
    return info.usualWindow == 0 ? std::string(info.label) : fmt::format("{}{}", info.label, window);
}

std::string warmUpSentence(const IndicatorInfo& info, std::size_t window, std::size_t has) {
    const std::size_t needed = info.needed(window);
    if (has >= needed)
        return {};
    return fmt::format("{} needs {} sessions; has {}.", indicatorLabel(info, window), needed, has);
}

} // namespace rotascope
