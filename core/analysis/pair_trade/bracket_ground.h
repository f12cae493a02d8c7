// What a bracket can lie around: the pair, or one instrument with or without bars.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/analysis/pair_trade/bracket.h"

namespace rotascope {

/// Sessions and prices. Those of an instrument are the view's own and live as long as its market.
struct BracketGround {
    PairSeries pair;   ///< of two legs, else empty
    BarsView bars;     ///< of one instrument, else empty
    SeriesView closes; ///< of one instrument without bars, else empty

    std::span<const Date> dates() const;
    BracketColumns columns() const;
};

/// Of `on`, or of the pair where that is empty. Refuses what MarketView::closes and alignPair refuse.
Result<BracketGround> bracketGround(const MarketView& view, const Symbol& small, const Symbol& large,
                                    const Symbol& on);

} // namespace rotascope
