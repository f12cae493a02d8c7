#include "app/cli/charts.h"

#include "core/workflow/load_market.h"

#include <array>
#include <utility>

namespace rotascope::cli {

MarketView ChartGround::view(std::shared_ptr<const Market> market) const {
    return context.common.asOf ? MarketView::asOf(std::move(market), *context.common.asOf)
                               : MarketView::latest(std::move(market));
}

Result<Divergence> ChartGround::divergence() const {
    const std::array symbols{context.common.small, context.common.large};
    const auto market = loadMarket(store, symbols);
    if (!market)
        return failureOf(market);
    return analyseDivergence(view(*market), {symbols[0], symbols[1], arguments.days, false});
}

Result<std::vector<Date>> ChartGround::sessions() const {
    const auto pair = divergence();
    return pair ? Result<std::vector<Date>>(pair->pair.dates) : Failure(pair.error());
}

} // namespace rotascope::cli
