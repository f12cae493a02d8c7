#include "core/analysis/pair_trade/bracket.h"

#include "core/analysis/event_outcomes.h"
#include "core/analysis/event_placebo.h"
#include "core/indicators/returns.h"
#include "core/indicators/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kTolerance = 1e-9;

double profitAt(const BracketColumns& columns, std::size_t entry, std::size_t at) {
    const double one = simpleReturn(columns.close[entry], columns.close[at]);
    return columns.other.empty() ? one : one - simpleReturn(columns.other[entry], columns.other[at]);
}

struct Touch {
    BracketExit how;
    double result;
};

std::optional<Touch> onClose(const BracketParams& params, double profit) {
    if (params.stop > 0 && profit <= -params.stop + kTolerance)
        return Touch{BracketExit::Stop, profit};
    if (params.target > 0 && profit >= params.target - kTolerance)
        return Touch{BracketExit::Target, profit};
    return std::nullopt;
}

/// Inside the bar: filled at the bracket's price, or at the open where the bar opens beyond it.
std::optional<Touch> inBar(const BracketColumns& columns, const BracketParams& params, std::size_t entry,
                           std::size_t at) {
    const double paid = columns.close[entry];
    const auto move = [&](std::span<const double> column) { return simpleReturn(paid, column[at]); };
    if (params.stop > 0 && move(columns.low) <= -params.stop + kTolerance)
        return Touch{BracketExit::Stop, std::min(-params.stop, move(columns.open))};
    if (params.target > 0 && move(columns.high) >= params.target - kTolerance)
        return Touch{BracketExit::Target, std::max(params.target, move(columns.open))};
    return std::nullopt;
}

double meanSessions(const std::vector<BracketTrade>& trades, std::optional<BracketExit> how) {
    std::vector<double> sessions;
    for (const BracketTrade& trade : trades)
        if (trade.isComplete && (!how || trade.how == *how))
            sessions.push_back(static_cast<double>(trade.sessions()));
    return meanOf(sessions);
}

double shareAbove(const std::vector<double>& values) {
    const auto above = std::count_if(values.begin(), values.end(), [](double x) { return x > 0; });
    return values.empty() ? kNone : static_cast<double>(above) / static_cast<double>(values.size());
}

/// Entries and results of the trades that are over.
struct Finished {
    std::vector<std::size_t> entries;
    std::vector<double> results, mae, mfe;
};

Finished finishedOf(const std::vector<BracketTrade>& trades) {
    Finished out;
    for (const BracketTrade& trade : trades) {
        if (!trade.isComplete)
            continue;
        out.entries.push_back(trade.entry);
        out.results.push_back(trade.result);
        out.mae.push_back(trade.mae);
        out.mfe.push_back(trade.mfe);
    }
    return out;
}

BracketSummary summaryOf(const BracketTest& test) {
    const Finished over = finishedOf(test.trades);
    BracketSummary out;
    out.n = over.entries.size();
    out.incomplete = test.trades.size() - out.n;
    for (const BracketTrade& trade : test.trades)
        if (trade.isComplete)
            ++out.exits[static_cast<std::size_t>(trade.how)];
    out.result = overlapAdjusted(over.entries, over.results, test.params.longest);
    out.hit = shareAbove(over.results);
    out.sessions = meanSessions(test.trades, std::nullopt);
    out.sessionsToStop = meanSessions(test.trades, BracketExit::Stop);
    out.sessionsToTarget = meanSessions(test.trades, BracketExit::Target);
    out.mae = meanOf(over.mae);
    out.mfe = meanOf(over.mfe);
    out.baselineMean = out.result.mean;
    out.baselineHit = out.hit;
    out.placebo = kNone;
    return out;
}

Result<void> checkParams(const BracketColumns& columns, const BracketParams& params) {
    if (params.stop < 0 || params.target < 0 || !(params.stop + params.target > 0) || params.longest < 1)
        return usageError("bad_bracket",
                          "A bracket needs a stop or a target above zero, and at least one session.");
    const bool hasBars = !columns.open.empty() && !columns.high.empty() && !columns.low.empty();
    if (params.intraday && (!hasBars || !columns.other.empty()))
        return refused("no_bars",
                       "Intraday touches need one instrument with open, high and low; two legs are only "
                       "known at their closes.");
    return {};
}

std::vector<std::size_t> everySession(const BracketColumns& columns) {
    std::vector<std::size_t> sessions(columns.close.empty() ? 0 : columns.close.size() - 1);
    std::iota(sessions.begin(), sessions.end(), std::size_t{0});
    return sessions;
}

BracketTest tested(const BracketColumns& columns, const BracketParams& params,
                   std::span<const std::size_t> entries) {
    BracketTest out{params, {}, {}};
    for (const std::size_t entry : entries)
        if (entry + 1 < columns.close.size())
            out.trades.push_back(bracketTrade(columns, params, entry));
    out.summary = summaryOf(out);
    return out;
}

} // namespace

std::vector<std::size_t> entriesAfter(std::span<const Date> days, std::span<const Date> sessions) {
    std::vector<std::size_t> entries;
    for (const Date day : days)
        if (const auto next = std::upper_bound(sessions.begin(), sessions.end(), day); next != sessions.end())
            entries.push_back(static_cast<std::size_t>(next - sessions.begin()));
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return entries;
}

BracketTrade bracketTrade(const BracketColumns& columns, const BracketParams& params, std::size_t entry) {
    BracketTrade trade{
        entry, entry, BracketExit::Running, 0, 0, 0, entry + params.longest < columns.close.size()};
    const std::size_t last = std::min(columns.close.size() - 1, entry + params.longest);
    for (std::size_t at = entry + 1; at <= last; ++at) {
        const double profit = profitAt(columns, entry, at);
        const auto touch = params.intraday ? inBar(columns, params, entry, at) : onClose(params, profit);
        trade.exit = at;
        trade.result = touch ? touch->result : profit;
        trade.mae = std::min(trade.mae, trade.result);
        trade.mfe = std::max(trade.mfe, trade.result);
        if (touch) {
            trade.how = touch->how;
            return trade;
        }
    }
    if (trade.isComplete)
        trade.how = BracketExit::Time;
    return trade;
}

Result<BracketTest> testBracket(const BracketColumns& columns, const BracketParams& params) {
    if (const auto checked = checkParams(columns, params); !checked)
        return Failure(checked.error());
    return tested(columns, params, everySession(columns));
}

Result<BracketTest> testBracket(const BracketColumns& columns, const BracketParams& params,
                                std::span<const std::size_t> entries) {
    const auto any = testBracket(columns, params);
    if (!any)
        return any;
    BracketTest out = tested(columns, params, entries);
    out.summary.baselineMean = any->summary.result.mean;
    out.summary.baselineHit = any->summary.hit;
    const Finished over = finishedOf(any->trades);
    std::vector<std::size_t> events;
    for (const BracketTrade& trade : out.trades) {
        const auto at = std::lower_bound(over.entries.begin(), over.entries.end(), trade.entry);
        if (at != over.entries.end() && *at == trade.entry)
            events.push_back(static_cast<std::size_t>(at - over.entries.begin()));
    }
    if (events.size() >= kSmallSample)
        out.summary.placebo = ShiftPlacebo(over.results).p(events);
    return out;
}

} // namespace rotascope
