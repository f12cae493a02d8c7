// ★ The instruments of the demo market: one row each.
#pragma once

#include "core/base/date.h"

#include <span>
#include <string_view>

namespace rotascope {

/// What a row's returns are made of, and how much of it is traded and held.
struct DemoInstrument {
    std::string_view symbol;
    Date first;
    double firstPrice; ///< 0: wherever its loadings lead back from `lastPrice`
    double lastPrice;
    double large; ///< loadings on the two indices and on the factors of the market model
    double small;
    double growth;
    double financials;
    double value;
    double ownVolatility; ///< annual percent of what it does alone
    double dividendYield; ///< annual percent; 0 for indices, which have no adjusted close
    double firstVolume;   ///< a normal day's volume at the start and at the end, in millions
    double lastVolume;
    double assets;       ///< billions of USD at the end; 0: no flows
    double yearlyGrowth; ///< normal net flow a year, percent of assets
    double weeklyFlow;   ///< σ of a week's net flow, percent of assets
};

/// A fund with a daily multiple of the small-cap index.
struct DemoLeveraged {
    std::string_view symbol;
    Date first;
    double lastPrice; ///< earlier prices are adjusted for reverse splits
    double multiple;
    double yearlyCost; ///< fees and financing, percent
    double firstVolume;
    double lastVolume;
    double assets;
    double yearlyGrowth;
    double weeklyFlow;
};

std::span<const DemoInstrument> demoInstruments();
std::span<const DemoLeveraged> demoLeveraged();

} // namespace rotascope
