// Weekly net flows and assets of a fund, solved backwards from its assets at the end.
#pragma once

#include "core/market/market.h"

#include <string_view>
#include <vector>

namespace rotascope {

struct FlowRecipe {
    std::string_view symbol;
    const PriceBars& bars;
    double assets = 0;       ///< billions of USD at the end
    double yearlyGrowth = 0; ///< normal net flow a year, percent of assets
    double weeklyFlow = 0;   ///< σ of a week's net flow, percent of assets
};

/// Field::Flow and Field::Aum in USD, one value for each week, dated on its Friday (a holiday or not), known
/// on the session after. Flow = assets − assets of the week before × price ratio. Given weeks have their
/// given flow.
std::vector<Series> weeklyFlows(const FlowRecipe& recipe);

} // namespace rotascope
