// Which part of a fund's gain its best fifth made, from imported holdings and prices.
#pragma once

#include "core/base/result.h"
#include "core/market/market.h"

#include <string>
#include <vector>

namespace rotascope {

/// A part of a fund that has a weight and a return over the window.
struct Constituent {
    Symbol symbol;
    double weight = 0;       ///< fraction of the fund
    double move = 0;         ///< fraction
    double contribution = 0; ///< weight · move
};

struct ConstituentGain {
    Symbol fund;
    std::size_t window = 0; ///< sessions of each constituent
    Date weightsOn;         ///< the latest day of any weight; one of the window's end flatters winners
    Date asOf;              ///< the latest close of any constituent
    std::vector<Constituent> members; ///< the largest contribution first
    std::size_t listed = 0;           ///< constituents with a weight, with or without prices
    double covered = 0;               ///< weight of the members, fraction of the fund
    double gain = 0;                  ///< sum of their contributions
    double bestFifth = 0; ///< share of the gain that the best fifth made (at least one); NaN without a gain

    std::size_t fifth() const;
};

/// Holdings are instruments "FUND:TICKER" with the weight in percent. Refuses a fund without holdings, or
/// none of whose constituents has closes over the window, with "no_constituents".
Result<ConstituentGain> constituentGain(const MarketView& view, const Symbol& fund, std::size_t window);

/// "FTAI" of "IWM:FTAI"; empty for what is no holding of `fund`.
Symbol constituentOf(const Symbol& fund, const Symbol& holding);

} // namespace rotascope
