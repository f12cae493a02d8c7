// What a hedge did when it was wanted: bought after a rule fired, beside a position that is held.
#pragma once

#include "core/analysis/event_inference.h"
#include "core/analysis/pair_series.h"
#include "core/base/result.h"

#include <array>
#include <span>
#include <vector>

namespace rotascope {

/// ★ Sessions that a hedge is held.
constexpr std::array<std::size_t, 6> kHedgeHorizons{1, 5, 10, 21, 30, 63};

struct HedgeParams {
    double weight = 0.1; ///< of the held position's dollars, above zero: 0.1 buys 10 USD of hedge on 100 held

    bool operator==(const HedgeParams&) const = default;
};

/// One time that the hedge was bought. Returns are fractions over kHedgeHorizons, NaN where the data end.
struct HedgeCase {
    std::size_t entry = 0; ///< session of the pair
    Date date;
    std::array<double, kHedgeHorizons.size()> held{};
    std::array<double, kHedgeHorizons.size()> hedge{};
};

/// Complete cases of one horizon. Means are NaN without a case.
struct HedgeRow {
    std::size_t horizon = 0;
    std::size_t n = 0;
    std::size_t incomplete = 0;
    OverlapAdjusted held;  ///< the position alone
    OverlapAdjusted hedge; ///< the hedge alone
    OverlapAdjusted both;  ///< held + weight · hedge, as a fraction of the position
    double worstHeld = 0;
    double worstBoth = 0;
    std::size_t losses = 0;   ///< cases in which the position lost …
    std::size_t answered = 0; ///< … and the hedge gained
    double anyHedge = 0;      ///< mean of the hedge bought on any session
    double placebo = 0;       ///< p of the circular shift of `hedge`; NaN below ten cases
};

struct HedgeStudy {
    HedgeParams params;
    std::vector<HedgeCase> cases; ///< in the order of the entries
    std::vector<HedgeRow> rows;   ///< of kHedgeHorizons
};

/// `pair`: the held position as the small leg and the hedge as the large one, on the sessions they share
/// (commonSessions()). Bought at the closes of `entries` (ascending). Usage error ("bad_weight"): a weight
/// that is not above zero. Refuses a pair of fewer than two sessions ("no_common_sessions").
Result<HedgeStudy> studyHedge(const PairSeries& pair, const HedgeParams& params,
                              std::span<const std::size_t> entries);

} // namespace rotascope
