// Funds of one basket side by side: how they move with the index, what they returned, what they took in.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/analysis/flows/fund_facts.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

constexpr std::array<int, 4> kComparedReturns{21, 63, 126, 252};
constexpr std::size_t kComparisonWindow = 63; ///< sessions of correlation and beta

enum class ComparedFigure : std::uint8_t { Correlation, Beta, Return, Drawdown, FlowShare };

struct ComparedFigureInfo {
    ComparedFigure figure;
    std::string_view id;
    std::string_view label;
};
constexpr std::array<ComparedFigureInfo, 5> kComparedFigures{{
    {ComparedFigure::Correlation, "correlation", "Correlation"},
    {ComparedFigure::Beta, "beta", "Beta"},
    {ComparedFigure::Return, "return", "Return"},
    {ComparedFigure::Drawdown, "drawdown", "Drawdown"},
    {ComparedFigure::FlowShare, "flow_share", "Flow share"},
}};

/// One fund; NaN where history or data are missing.
struct ComparedFund {
    Symbol symbol;
    FundFacts facts;
    double correlation = 0; ///< of daily returns with the reference over 63 sessions
    double beta = 0;
    std::array<double, kComparedReturns.size()> returns{}; ///< price, fraction
    double drawdown = 0;                                   ///< from the highest close so far
    double flowShare = 0;                                  ///< |13-week flow| / Σ over the basket
    double thirteenWeeks = 0;
    double trackingDifference =
        0; ///< fund − own index over 252 sessions, price return; NaN without the index
    double averageDollarVolume = 0; ///< typed, else mean of close · volume over 21 sessions
    std::array<std::vector<double>, kComparedFigures.size()> rolling; ///< on the comparison's dates
};

struct FundComparison {
    std::string basket;
    Symbol reference;
    std::vector<Date> dates; ///< sessions of the reference, up to the as-of
    std::vector<ComparedFund> funds;
    std::vector<Symbol> missing; ///< without prices
};

/// The funds of `basket` against `reference` (the pair's small leg).
FundComparison compareFunds(const MarketView& view, const Flows& flows, const Basket& basket,
                            const Symbol& reference, std::span<const FundFacts> facts);

} // namespace rotascope
