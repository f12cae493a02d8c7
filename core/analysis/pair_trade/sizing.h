// How large: overweights and the trims that pay for them, what that risks against the benchmark, and share
// counts from a risk budget.
#pragma once

#include "core/base/result.h"
#include "core/market/market.h"

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// Points of the portfolio: above zero overweight, below zero trimmed.
struct Tilt {
    Symbol symbol;
    double points = 0;

    bool operator==(const Tilt&) const = default;
};

/// Reads "IWM +6, QQQ -2, XLP -1". Usage errors ("bad_tilts"): no number, a symbol twice, nothing at all.
Result<std::vector<Tilt>> parseTilts(std::string_view text);

constexpr std::size_t kRiskWindow = 252; ///< daily returns that β and tracking error are taken from

/// A shock: how far each symbol moves, fractions; symbols without one do not move.
using PriceMoves = std::vector<Tilt>;

/// The worst move of history over so many sessions.
struct WorstWindow {
    std::size_t sessions = 0;
    double spread = 0; ///< a fraction, at or below zero: of the portfolio, or of a ticket's long leg
    Date last;         ///< the session on which the window ends
};
/// ★ Lengths of the windows that a stop may be jumped by.
constexpr std::size_t kWorstWindows[] = {1, 5, 10, 21};

struct Sizing {
    std::vector<Tilt> tilts;
    double overweight = 0; ///< points
    double trimmed = 0;    ///< points, above zero
    Symbol benchmark;
    Date asOf;
    std::vector<double> betas;     ///< of each tilt's symbol to the benchmark
    double beta = 0;               ///< what the tilts add to the portfolio's β
    double trackingError = 0;      ///< of the tilts alone, a fraction of the portfolio a year
    std::optional<double> shocked; ///< of the portfolio, where a shock was given
    std::vector<WorstWindow>
        worst;  ///< what the tilts alone did to the portfolio, over all that their series share
    Date since; ///< the first session that they share

    /// Points that nothing pays for (above zero), or that are left in cash.
    double unfunded() const { return overweight - trimmed; }
    /// "6.0 points overweight, 3.0 trimmed: 3.0 points are not funded."
    std::string sentence() const;
};

/// Ex-ante figures from the last 252 daily returns that all symbols and the benchmark share. Refuses unknown
/// symbols, and fewer returns ("too_short").
Result<Sizing> sizeTilts(const MarketView& view, const std::vector<Tilt>& tilts, const Symbol& benchmark,
                         const PriceMoves& shock = {});

/// What a ticket is made from.
struct TicketParams {
    Symbol small;
    Symbol large;
    double riskBudget = 0; ///< USD that the stop may cost, above zero
    double stop = 0.03;    ///< loss at the stop as a fraction of one leg, above zero
    double priceSmall = 0;
    double priceLarge = 0;
    double beta = 1;         ///< USD short for each USD long: 1 dollar-neutral
    double carryPerYear = 0; ///< fraction of the long leg; zero unless typed in
};

struct Ticket {
    TicketParams params;
    long long sharesLong = 0; ///< rounded towards zero
    long long sharesShort = 0;
    double carryPerDay = 0; ///< USD

    double usdLong() const { return static_cast<double>(sharesLong) * params.priceSmall; }
    double usdShort() const { return static_cast<double>(sharesShort) * params.priceLarge; }
    double lossAtStop() const { return usdLong() * params.stop; }
    double lossAt(double spread) const { return usdLong() * spread; }
};

/// Usage errors ("bad_ticket"): a budget, stop, price or β that is not above zero.
Result<Ticket> ticketOf(const TicketParams& params);

/// "side,symbol,shares,price,usd" with one line for each leg.
std::string ticketCsv(const Ticket& ticket);

struct PairSeries;
/// The worst moves of the long leg less β times the short one, by length.
std::vector<WorstWindow> worstWindows(const PairSeries& pair, double beta);

} // namespace rotascope
