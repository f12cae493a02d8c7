// ETF flows of a week: every fund's figure and how unusual it is, baskets, and what is odd about them.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/analysis/flows/flow_findings.h"
#include "core/analysis/flows/flow_rank.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <optional>
#include <vector>

namespace rotascope {

struct FlowParams {
    std::optional<Date> week;  ///< the week that holds this date; the last one with a figure
    std::vector<Symbol> funds; ///< these alone; empty: all that have flows
    FlowSource preferred = FlowSource::Reported;
    std::chrono::weekday weekEnd = std::chrono::Friday;
    std::vector<Basket> baskets{shippedBaskets().begin(), shippedBaskets().end()};
    std::vector<SuspectValue> suspects; ///< under open findings
    Symbol small = "RUT";               ///< the pair whose returns over the week stand beside the flows
    Symbol large = "SPX";
};

/// One fund in the week, with its place in its own history. Indexed by FlowMeasure, then by window.
struct LeagueRow {
    Symbol symbol;
    std::string name;
    FlowWeek week;
    std::array<std::array<FlowRank, kRankWindows>, 2> ranks{};
    std::array<FlowZ, 2> zYear{};      ///< over 52 weeks
    std::array<FlowZ, 2> zFiveYears{}; ///< over 260
    SourceFigures bySource{};          ///< each source's own figure of the week
    int streak = 0;
    double fourWeeks = 0; ///< NaN unless each week has a figure
    double thirteenWeeks = 0;
    DaySum month;                   ///< month to date, by days
    DaySum year;                    ///< year to date, by days
    std::optional<FlowWeek> before; ///< the week before
    std::optional<FlowWeek> after;  ///< the week after, where the view holds it
    bool sameIndex = false;         ///< part of a switch between funds of one index: not in the rotation
    bool roundTrip = false;         ///< holds one side of a round trip
    bool isRunning = false;         ///< sessions of the week are still to come

    const FlowRank& rank(FlowMeasure measure, RankWindow window) const {
        return ranks[static_cast<std::size_t>(measure)][static_cast<std::size_t>(window)];
    }
    const FlowZ& z(FlowMeasure measure) const { return zYear[static_cast<std::size_t>(measure)]; }
    const FlowZ& longZ(FlowMeasure measure) const { return zFiveYears[static_cast<std::size_t>(measure)]; }
    /// Whether a rule may look at the ranks: a complete week, among at least eight.
    bool mayFireRules() const {
        return week.isComplete() && rank(FlowMeasure::Usd, RankWindow::Year).of >= kFewestForRule;
    }
};

/// A basket in the week.
struct BasketRow {
    std::string name;
    bool inRotation = true;
    std::vector<Symbol> funds;   ///< with a figure, in the sum
    std::vector<Symbol> leftOut; ///< switches between funds of one index, and figures under an open finding
    std::vector<Symbol> missing; ///< without a figure
    double usd = 0;              ///< NaN without funds
    double percent = 0;          ///< of the assets of its funds; NaN unless all are known
    FlowZ z;                     ///< over 52 weeks, in % of assets where known in all, else in dollars
    FlowMeasure zMeasure = FlowMeasure::Percent;
    double shareOfGross = 0; ///< |usd| / Σ |flow| of every fund in a basket of the rotation
};

/// What the pair did over the week's sessions.
struct PairWeek {
    Symbol small;
    Symbol large;
    double returnSmall = 0;
    double returnLarge = 0;
    int sessions = 0;

    double spread() const { return returnSmall - returnLarge; }
};

struct Flows {
    FlowParams params;
    Date weekEnding;
    int sessions = 0; ///< that the figures cover
    int expected = 0; ///< of the whole week
    bool isRunning = false;
    DateRange range; ///< of all flows
    std::vector<FundFlows> funds;
    std::vector<LeagueRow> league;  ///< largest inflow first
    std::vector<BasketRow> baskets; ///< those of the rotation from source to destination, then the others
    std::vector<FlowFinding> findings;
    std::vector<Symbol> withoutFigure; ///< have flows, but none this week: missing, not zero
    std::optional<PairWeek> pair;

    const FundFlows* fund(std::string_view symbol) const;
    const LeagueRow* row(std::string_view symbol) const;
};

/// Refuses a desk without any flows ("no_flows"), a named fund without ("no_flows"; an unknown one as the
/// view does), and a week before the first ("before_data", naming the range there is).
Result<Flows> analyseFlows(const MarketView& view, const FlowParams& params);

/// A fund's week as a row of the league table; nullopt where it has none.
std::optional<LeagueRow> leagueRow(const FundFlows& fund, Date weekEnding);

/// One week's figure of each basket; `league` tells which funds are left out.
std::vector<BasketRow> basketRows(const Flows& flows);

/// A basket's own weeks, summed over its funds; a week counts where every fund that had begun has a figure.
std::vector<FlowWeek> basketWeeks(const Flows& flows, const Basket& basket, Date from = Date::min());

} // namespace rotascope
