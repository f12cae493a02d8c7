// A leveraged fund against what its index owes it. A trend compounds in the holder's favour, swings against
// it: decay is not a law, and every figure shows its sign.
#pragma once

#include "core/analysis/leverage/daily_reset.h"
#include "core/analysis/leverage/holding_windows.h"
#include "core/analysis/trend/price_basis.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct LeverageParams {
    Symbol fund;
    Symbol index;
    double times = 3;         ///< −10 to 10, not 0; 1 is the index itself
    std::optional<Date> from; ///< base: the last common session on or before it; default the year's
    PriceChoice prices = PriceChoice::Close;
    Symbol large = "SPX"; ///< short leg of the pair in the shock table

    bool operator==(const LeverageParams&) const = default;
};

/// Theory and fund over one stretch.
struct LeverageStretch {
    std::size_t sessions = 0; ///< of the index
    Date base;
    DailyReset theory;
    double actual = 0; ///< of the fund; NaN without a base

    /// Fees, financing, dividends; meaningful on matched bases only.
    double residual() const { return actual - theory.exact; }
};

/// The day on which the fund left its multiple furthest behind, where that is more than fees can explain: a
/// split that the desk was not told of, or files of two kinds.
struct OddDay {
    Date date;
    double fund = 0;  ///< its return that day, fraction
    double index = 0; ///< times the leverage
};
constexpr double kOddDay = 0.2; ///< apart, fraction

/// ★ Horizons of the curve, in sessions.
constexpr std::array<std::size_t, 6> kLeverageHorizons{5, 10, 21, 63, 126, 252};
constexpr std::size_t kLeverageVolatility = 63;

struct Leverage {
    LeverageParams params;
    Instrument fund;
    Instrument index;
    PriceBasis fundBasis = PriceBasis::Price;
    PriceBasis indexBasis = PriceBasis::Price;
    Date asOf;                          ///< the last common session
    LeverageStretch stretch;            ///< from the base to asOf
    std::vector<LeverageStretch> curve; ///< ending on asOf, one for each horizon that both histories hold
    std::size_t indexOnly = 0;          ///< sessions inside the stretch that the fund lacks
    std::size_t fundOnly = 0;           ///< and the other way round
    std::optional<OddDay> oddDay;       ///< inside the stretch
    double volatility = 0;              ///< of the index, a year, from its last 63 daily returns; NaN unknown
    std::array<HoldingWindow, kIndexWindows.size()> indexWindows{};
    std::array<HoldingWindow, kFundWindows.size()> fundWindows{};
    std::array<Shock, kShocks.size()> shocks{};

    /// Both adjusted, or neither.
    bool basesMatch() const { return isAdjusted(fundBasis) == isAdjusted(indexBasis); }
    /// "matched" or "mixed: TNA adjusted, RUT price"
    std::string basesText() const;
    /// "TZA on 7 Apr 2025: +412.0 % where …"; empty without an odd day.
    std::string oddDayText() const;
    /// What the index's own volatility costs a holder over `sessions`, and the move that makes up for it.
    std::string holdingWarning(std::size_t sessions) const;
};

/// Refuses a leverage of 0 or beyond ±10 ("bad_times"), a fund that is its own index ("same_leg"), what
/// pricedCloses refuses, series without a common session ("no_common_session"), a stretch that begins before
/// they share one ("too_early") and one without a session ("too_short").
Result<Leverage> analyseLeverage(const MarketView& view, const LeverageParams& params);

} // namespace rotascope
