// core/look: what somebody who looks at a desk takes away, and what is new the next time. May include
// core/base, core/market, core/store, core/analysis and core/rules. A new kind of change is a part of
// DeskLook, its function in change_kinds.h and its row in changes.cpp; core/report/look_json keeps it.
//
// The state that a look leaves behind.
#pragma once

#include "core/analysis/trend/average_state.h"
#include "core/base/date.h"
#include "core/market/instrument.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// Numbers are NaN before their warm-up.
struct PairLook {
    Symbol small;
    Symbol large;
    Date session;      ///< the last one
    double spread = 0; ///< fraction
    double z = 0;      ///< of the spread, σ expanding
    double percentile = 0;

    bool isOf(const PairLook& other) const { return small == other.small && large == other.large; }
};

/// The averages of kTrendAverages, then SMA50 against SMA200.
constexpr std::size_t kLookedSides = kTrendAverages.size() + 1;
constexpr std::size_t kGoldenSide = kTrendAverages.size();

struct SideLook {
    std::optional<bool> above; ///< empty before the warm-up
    std::optional<Date> since; ///< the session of the cross; empty where the state lasts since the warm-up

    bool operator==(const SideLook&) const = default;
};

struct TrendLook {
    Symbol symbol;
    Date session;
    std::array<SideLook, kLookedSides> sides;
};

/// A fund's week, ranked in dollars among the weeks of its year.
struct FlowLook {
    Symbol symbol;
    Date weekEnding;
    double usd = 0;
    std::size_t rank = 0; ///< 0 of 0 where it cannot be ranked
    std::size_t of = 0;
};

/// A rule with the latest of its episodes.
struct RuleLook {
    std::string name;
    std::string expression;
    std::size_t episodes = 0;
    std::optional<Date> first; ///< of the latest one
    std::optional<Date> last;  ///< its last firing session; empty while it fires
};

/// Open findings of one rule about one instrument.
struct FindingLook {
    Symbol symbol;
    std::string rule;
    bool isWarning = false;
    std::size_t open = 0; ///< observations
    Date last;            ///< of the latest one
};

struct ClaimLook {
    std::string text;
    std::string verdict;
};

struct SeriesLook {
    Symbol symbol;
    Date last; ///< of any of its series
};

/// A part that is empty was not looked at, by an older program or on a desk of too many instruments: nothing
/// is said of it the next time.
struct DeskLook {
    std::string at;            ///< UTC, "2025-11-28T21:05:00Z"
    std::int64_t importId = 0; ///< the newest import then; 0 for none
    PairLook pair;
    std::optional<std::vector<TrendLook>> trend;
    std::optional<std::vector<FlowLook>> flows;
    std::optional<std::vector<RuleLook>> rules;
    std::optional<std::vector<FindingLook>> findings;
    std::optional<std::vector<ClaimLook>> claims;
    std::optional<std::vector<SeriesLook>> series; ///< by symbol
};

} // namespace rotascope
