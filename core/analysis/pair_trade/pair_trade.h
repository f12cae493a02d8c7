// core/analysis/pair_trade: long small, short large, measured before it is made. Parameters + values →
// values; may include what core/analysis may. Definitions: "Pair trade" in ARCHITECTURE.md.
//
// One trade on the pair's closes: three accountings, entered at once or in parts, and its stops.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/analysis/pair_trade/stop_rule.h"
#include "core/base/result.h"

#include <optional>
#include <vector>

namespace rotascope {

constexpr std::size_t kUsualTradeLength = 63; ///< sessions before the as-of date, where no entry is named
constexpr std::size_t kTradeBetaWindow = 252; ///< daily returns up to the entry
constexpr std::size_t kShortBetaWindow = 63;
constexpr int kMostParts = 5;

struct PairTradeParams {
    std::optional<Date> entry; ///< a session of the pair; the first part is entered at its close
    int parts = 1;             ///< equal parts at the closes of so many sessions in a row, 1 to 5
    double carryPerYear =
        0; ///< dividends, borrow and financing as a fraction of one leg; zero unless typed in
    std::vector<StopRule> stops;

    bool operator==(const PairTradeParams&) const = default;
};

/// Profit as a fraction of one leg on each session from the entry on.
struct TradePath {
    std::vector<double> neverRebalanced; ///< R_s − R_l
    std::vector<double> daily;           ///< Π(1 + r_s − r_l) − 1
    std::vector<double> betaNeutral;     ///< R_s − β · R_l; NaN without a β
};

/// A session of a trade with its profit.
struct TradePoint {
    Date date;
    std::size_t sessions = 0; ///< since the entry
    double profit = 0;        ///< never rebalanced
};

struct StopReading {
    StopRule rule;
    std::optional<TradePoint> hit; ///< nullopt where it has not been reached
    double now = 0; ///< what the rule watches on the last session: a fraction, below zero a loss
};

struct PairTrade {
    PairTradeParams params;
    Date entry;
    Date asOf;
    std::vector<Date> dates; ///< from the entry to the as-of date
    TradePath path;
    double beta = 0;         ///< at the entry; NaN before there are enough returns
    double betaNow = 0;      ///< 252 daily returns up to the as-of date
    double betaNowShort = 0; ///< 63
    TradePoint worst;        ///< least profit, the entry's zero included
    TradePoint best;
    /// Fall of the profit from its best so far on each session, at or below 0, as a fraction of one leg.
    std::vector<double> drawdownPath;
    double drawdown = 0; ///< the deepest
    double drawdownNow = 0;
    std::vector<double> lumpPath; ///< never rebalanced, entered at once
    double lump = 0;              ///< its last
    std::vector<StopReading> stops;
};

/// Usage errors: parts outside 1 to 5, a stop at or below zero. Refuses an entry that is no session of the
/// pair
/// ("no_session", naming its neighbours), and one outside the data ("before_data").
Result<PairTrade> measurePairTrade(const PairSeries& pair, const PairTradeParams& params);

/// β of the small leg's daily returns to the large leg's over the last `window` of them, one for each
/// session; NaN before there are enough.
std::vector<double> rollingBetas(const PairSeries& pair, std::size_t window);

/// Profit on session `at` of a trade entered in equal parts from session `entry` on; parts that are not
/// entered yet earn nothing.
double neverRebalancedProfit(const PairSeries& pair, std::size_t entry, int parts, std::size_t at);

} // namespace rotascope
