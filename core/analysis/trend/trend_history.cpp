#include "core/analysis/trend/trend_history.h"

#include "core/analysis/trend/trend.h"
#include "core/indicators/channel.h"
#include "core/indicators/volume_balance.h"
#include "core/indicators/wilder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// A bar column on the sessions with a close; all NaN where the bars have none of it.
std::vector<double> onSessions(const BarsView& bars, std::span<const double> column,
                               const std::vector<Date>& dates) {
    std::vector<double> out(dates.size(), kNaN);
    if (column.empty())
        return out;
    for (std::size_t i = 0, j = 0; i < dates.size() && j < bars.dates.size(); ++j)
        if (bars.dates[j] == dates[i])
            out[i++] = column[j];
    return out;
}

/// Balances look at traded closes, whatever the choice of prices.
void addVolume(TrendHistory& out, const BarsView& bars) {
    const std::vector<double> traded = onSessions(bars, bars.column(Field::Close), out.dates);
    std::vector<double> high = onSessions(bars, bars.column(Field::High), out.dates);
    std::vector<double> low = onSessions(bars, bars.column(Field::Low), out.dates);
    out.volume = onSessions(bars, bars.column(Field::Volume), out.dates);
    out.obv = onBalanceVolume(traded, out.volume);
    out.accumulation = accumulationDistribution({high, low, traded, out.volume});
    if (out.basis == PriceBasis::Adjusted)
        return;
    out.high = std::move(high);
    out.low = std::move(low);
}

/// The longest window above whose highest close a session stands; 0 for none.
std::vector<std::size_t> longestWindows(const std::vector<double>& closes) {
    std::vector<std::size_t> out(closes.size(), 0);
    for (const std::size_t window : kBreakoutWindows) {
        const std::vector<double> highest = channelBefore(closes, window).highest;
        for (std::size_t i = 0; i < closes.size(); ++i)
            out[i] = closes[i] > highest[i] ? window : out[i];
    }
    return out;
}

std::vector<BreakoutMark> marksOf(const std::vector<double>& closes) {
    const std::vector<std::size_t> windows = longestWindows(closes);
    std::vector<BreakoutMark> out;
    for (std::size_t i = 1; i < windows.size(); ++i)
        if (windows[i] > windows[i - 1])
            out.push_back({i, windows[i]});
    return out;
}

void addStatistics(TrendHistory& out) {
    out.averages = averageColumns(out.closes);
    out.rsi = relativeStrengthIndex(out.closes, kTrendRsi);
    out.drawdown = drawdowns(out.closes);
    out.breakouts = marksOf(out.closes);
    const std::vector<Drawdown> episodes = drawdownEpisodes(out.closes);
    out.deepest = deepestDrawdown(episodes);
    out.longest = longestDrawdown(episodes, out.closes.size());
}

} // namespace

TrendHistory seriesHistory(Instrument instrument, const SeriesView& values) {
    TrendHistory out;
    out.instrument = std::move(instrument);
    out.dates.assign(values.dates.begin(), values.dates.end());
    out.closes.assign(values.values.begin(), values.values.end());
    addStatistics(out);
    return out;
}

void compareWith(TrendHistory& history, const SeriesView& other) {
    history.other.assign(history.dates.size(), kNaN);
    for (std::size_t i = 0, j = 0; i < history.dates.size(); ++i) {
        while (j < other.size() && other.dates[j] < history.dates[i])
            ++j;
        if (j < other.size() && other.dates[j] == history.dates[i])
            history.other[i] = other.values[j];
    }
}

Result<TrendHistory> trendHistory(const MarketView& view, std::string_view symbol, PriceChoice prices) {
    const auto priced = pricedCloses(view, symbol, prices);
    if (!priced)
        return Failure(priced.error());
    TrendHistory out = seriesHistory(*view.instrument(symbol), priced->closes);
    out.basis = priced->basis;
    if (const auto bars = view.bars(symbol))
        addVolume(out, *bars);
    return out;
}

} // namespace rotascope
