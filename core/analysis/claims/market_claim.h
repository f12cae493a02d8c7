// core/analysis/claims: published sentences about prices, held against the data one reading at a time. May
// include what core/analysis may. A new measure is one row of kClaimMeasures and its readings in
// claim_audit.cpp.
//
// A claim: which series, over which window, how much, and when it was made.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/instrument.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope {

enum class ClaimMeasure : std::uint8_t {
    Move,  ///< over n sessions; of series in percent the change
    Week,  ///< week-end close to week-end close
    Month, ///< to date, from the last close of the period before
    Quarter,
    Year,
    Level,
    Volume ///< times the mean of the n sessions before
};

/// ★ Words that name a measure in a claim's text.
struct ClaimMeasureInfo {
    ClaimMeasure measure;
    std::string_view id;
    bool takesLength;
};
constexpr std::array<ClaimMeasureInfo, 7> kClaimMeasures{{
    {ClaimMeasure::Move, "sessions", true},
    {ClaimMeasure::Week, "week", false},
    {ClaimMeasure::Month, "mtd", false},
    {ClaimMeasure::Quarter, "qtd", false},
    {ClaimMeasure::Year, "ytd", false},
    {ClaimMeasure::Level, "level", false},
    {ClaimMeasure::Volume, "volume", true},
}};

/// How a claim bounds its figure.
enum class ClaimBound : std::uint8_t { Equal, Above, Below };

struct MarketClaim {
    std::string text; ///< as it was typed
    Symbol symbol;
    ClaimMeasure measure = ClaimMeasure::Move;
    int length = 5;   ///< sessions of a move, or of a mean volume
    double value = 0; ///< percent of moves, basis points where isBasisPoints, else as it stands
    int decimals = 0; ///< that it was given with
    bool isBasisPoints = false;
    ClaimBound bound = ClaimBound::Equal;
    Date made;
};

/// Reads "RUT +8.47% 5 sessions 2025-11-28", "RUT +10.85% MTD 2024-11-11", "DGS10 +26bp 2 sessions
/// 2022-06-14", "RUT >2500 level 2025-11-28", "IWM 1.5x volume 20 2025-11-28"; "over", "to", "on" may stand
/// between. Usage errors ("bad_claim") name what lacks.
Result<MarketClaim> parseMarketClaim(std::string_view text);

} // namespace rotascope
