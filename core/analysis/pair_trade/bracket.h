// Stops and targets tried on history: what a bracket would have done from every session, or from those of a
// rule.
#pragma once

#include "core/analysis/event_inference.h"
#include "core/base/date.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

/// What the bracket lies around. One price, with bars where intraday touches are wanted; or closes of two
/// legs.
struct BracketColumns {
    std::span<const double> close;
    std::span<const double> other; ///< the short leg; empty for one price alone
    std::span<const double> open;
    std::span<const double> high;
    std::span<const double> low;
};

struct BracketParams {
    double stop = 0.03;       ///< loss from the entry, a fraction above zero; 0: no stop
    double target = 0;        ///< gain; 0: no target
    std::size_t longest = 63; ///< sessions after which the position is closed
    /// Highs and lows count, of one price with bars: a bar that holds both counts as the stop, a gap fills at
    /// the open.
    bool intraday = false;

    bool operator==(const BracketParams&) const = default;
};

enum class BracketExit : std::uint8_t { Stop, Target, Time, Running };
constexpr std::array<std::string_view, 4> kBracketExitNames{"stop", "target", "time", "running"};

struct BracketTrade {
    std::size_t entry = 0;
    std::size_t exit = 0; ///< the last session so far, where it is running
    BracketExit how = BracketExit::Running;
    double result = 0; ///< fraction
    double mae = 0;    ///< least and greatest profit on closes up to the exit, 0 at the entry
    double mfe = 0;
    /// Whether the data reach to its longest end: near the end of the data, those that are over early would
    /// stand for all.
    bool isComplete = false;

    std::size_t sessions() const { return exit - entry; }
};

/// Complete trades.
struct BracketSummary {
    std::size_t n = 0;
    std::size_t incomplete = 0;
    std::array<std::size_t, 3> exits{}; ///< by stop, target, time
    OverlapAdjusted result;             ///< mean with its interval, windows of `longest` sessions
    double hit = 0;                     ///< share with a profit
    double sessions = 0;                ///< mean until the exit
    double sessionsToStop = 0;          ///< mean of those stopped; NaN without one
    double sessionsToTarget = 0;
    double mae = 0;
    double mfe = 0;
    double baselineMean = 0; ///< of the same bracket entered on any session
    double baselineHit = 0;
    double placebo =
        0; ///< p of the circular shift; NaN with few trades, and where the entries are any session
};

struct BracketTest {
    BracketParams params;
    std::vector<BracketTrade> trades; ///< in the order of the entries
    BracketSummary summary;
};

/// Where `sessions` (ascending) are entered after days that are known at their close, such as those on which
/// a rule fired: the next session of each, ascending, none twice; a day without a later session has none.
std::vector<std::size_t> entriesAfter(std::span<const Date> days, std::span<const Date> sessions);

/// One trade.
BracketTrade bracketTrade(const BracketColumns& columns, const BracketParams& params, std::size_t entry);

/// Entered at the closes of `entries` (ascending). Usage errors: neither stop nor target, one below zero, a
/// length of none ("bad_bracket"); refuses intraday touches without bars ("no_bars").
Result<BracketTest> testBracket(const BracketColumns& columns, const BracketParams& params,
                                std::span<const std::size_t> entries);

/// The same from every session on.
Result<BracketTest> testBracket(const BracketColumns& columns, const BracketParams& params);

} // namespace rotascope
