#include "core/analysis/pair_trade/bracket_ground.h"

#include <utility>

namespace rotascope {

std::span<const Date> BracketGround::dates() const {
    return !bars.dates.empty() ? bars.dates
           : !closes.empty()   ? closes.dates
                               : std::span<const Date>(pair.dates);
}

BracketColumns BracketGround::columns() const {
    if (!bars.dates.empty())
        return {bars.column(Field::Close),
                {},
                bars.column(Field::Open),
                bars.column(Field::High),
                bars.column(Field::Low)};
    return closes.empty() ? BracketColumns{pair.small, pair.large, {}, {}, {}}
                          : BracketColumns{closes.values, {}, {}, {}, {}};
}

Result<BracketGround> bracketGround(const MarketView& view, const Symbol& small, const Symbol& large,
                                    const Symbol& on) {
    BracketGround ground;
    if (on.empty()) {
        auto pair = alignPair(view, small, large);
        if (!pair)
            return Failure(pair.error());
        ground.pair = std::move(*pair);
        return ground;
    }
    if (const auto bars = view.bars(on); bars && !bars->column(Field::Close).empty()) {
        ground.bars = *bars;
        return ground;
    }
    const auto closes = view.closes(on);
    if (!closes)
        return Failure(closes.error());
    ground.closes = *closes;
    return ground;
}

} // namespace rotascope
