// core/analysis: one pure function per subject, Params + MarketView → Result. May include core/base,
// core/market and core/indicators. A new subject is one file here and its readers elsewhere.
//
// Divergence of a small-cap from a large-cap series: returns, spread, z under six estimates of σ, performance
// table.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/analysis/performance_table.h"
#include "core/analysis/sigma_mode.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <string>
#include <vector>

namespace rotascope {

struct DivergenceParams {
    Symbol small = "RUT";
    Symbol large = "SPX";
    int days = 5;          ///< sessions of the move, 1 to 252
    bool calendar = false; ///< table rows by calendar months instead of sessions
};

/// A z and its place in its own history.
struct ZReading {
    double z = 0; ///< NaN before the mode's warm-up
    double percentile =
        0; ///< share of the mode's z up to this session that are at or below it, 0 to 1; NaN with z
};

using ZReadings = std::array<ZReading, kSigmaModeCount>; ///< in the order of kSigmaModes

/// What is left of the divergence after beta: r_n(small) − β · r_n(large), β from the last 252 daily returns.
/// NaN before there are 252 (z: before there are 252 such spreads).
struct BetaAdjusted {
    double beta = 0;
    double spread = 0;     ///< fraction
    double z = 0;          ///< expanding σ
    double percentile = 0; ///< of z in its own history
};

/// History on the pair's common sessions; every column is as long as pair.dates, NaN before its warm-up.
struct DivergenceHistory {
    std::vector<double> returnSmall;
    std::vector<double> returnLarge;
    std::vector<double> spread;
    std::array<std::vector<double>, kSigmaModeCount> zSpread;
    std::array<std::vector<double>, kSigmaModeCount> zSmall;
    std::vector<double> beta;
    std::vector<double> zBetaAdjusted;
};

struct Divergence {
    DivergenceParams params;
    Instrument small;
    Instrument large;
    PairSeries pair;
    Date asOf;              ///< the last common session on or before the date asked for
    double returnSmall = 0; ///< of the last `days` sessions, fraction
    double returnLarge = 0;
    double spread = 0;
    double percentile = 0;      ///< empirical: share of spreads up to here that are at or below today's
    double percentileSmall = 0; ///< the same of the small-cap return
    ZReadings zSpread{};
    ZReadings zSmall{};
    BetaAdjusted beta;
    std::vector<PerformanceRow> table;
    DivergenceHistory history;
};

/// The pair as the view shows it. The last entry of each history column is the figure of the same name; every
/// column but the in-sample z keeps its values when later sessions are added. A value that cannot be computed
/// is NaN, never infinite. Refuses what alignPair refuses, and fewer than days + 1 common sessions
/// ("too_short"); days outside 1…252 is usage ("bad_days").
/// `known`: a divergence with the same days. Where its pair begins with the sessions of this one (the same
/// data as of a later date), the columns that keep their values are taken from it instead of computed; the
/// result is the same to the last bit.
Result<Divergence> analyseDivergence(const MarketView& view, const DivergenceParams& params,
                                     const Divergence* known = nullptr);

} // namespace rotascope
