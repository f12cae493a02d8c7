#include "core/analysis/pair_trade/sizing.h"

#include "core/analysis/pair_series.h"
#include "core/analysis/relative/common_columns.h"
#include "core/base/text.h"
#include "core/indicators/realised_volatility.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"
#include "core/indicators/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kPoints = 100;

/// "IWM +6" or "IWM+6" or "IWM 6".
std::optional<Tilt> tiltIn(std::string_view text) {
    const std::size_t number = text.find_first_of(" +-", 1);
    if (number == std::string_view::npos)
        return std::nullopt;
    std::string digits(trimmed(text.substr(number)));
    if (digits.starts_with('+'))
        digits.erase(0, 1);
    const auto points = parseNumber(trimmed(digits));
    const Symbol symbol = canonicalSymbol(text.substr(0, number));
    if (!points || symbol.empty())
        return std::nullopt;
    return Tilt{symbol, *points};
}

/// Last returns of each column.
std::vector<std::vector<double>> lastReturns(const CommonColumns& common) {
    std::vector<std::vector<double>> out;
    for (const std::vector<double>& column : common.columns) {
        const auto tail = std::span(column).last(kRiskWindow + 1);
        std::vector<double> returns = simpleReturns(tail, 1);
        returns.erase(returns.begin());
        out.push_back(std::move(returns));
    }
    return out;
}

double deviation(const std::vector<double>& values) {
    return rollingMoments(values, values.size()).sd.back();
}

void addRisk(Sizing& sizing, const std::vector<std::vector<double>>& returns) {
    const std::vector<double>& market = returns.back();
    std::vector<double> active(market.size(), 0);
    for (std::size_t i = 0; i < sizing.tilts.size(); ++i) {
        const double weight = sizing.tilts[i].points / kPoints;
        sizing.betas.push_back(rollingRegression(returns[i], market, market.size()).beta.back());
        sizing.beta += weight * sizing.betas.back();
        for (std::size_t t = 0; t < active.size(); ++t)
            active[t] += weight * returns[i][t];
    }
    sizing.trackingError = deviation(active) * std::sqrt(kSessionsPerYear);
}

/// The least of `move(from, to)` over windows of `sessions`; zero where none fell.
template <class Move>
WorstWindow worstOver(std::size_t sessions, std::span<const Date> dates, Move move) {
    WorstWindow worst{sessions, 0, {}};
    for (std::size_t t = sessions; t < dates.size(); ++t)
        if (const double moved = move(t - sessions, t); moved < worst.spread)
            worst = {sessions, moved, dates[t]};
    return worst;
}

std::vector<WorstWindow> worstOf(const std::vector<Tilt>& tilts, const CommonColumns& common) {
    std::vector<WorstWindow> out;
    for (const std::size_t sessions : kWorstWindows)
        out.push_back(worstOver(sessions, common.dates, [&](std::size_t from, std::size_t to) {
            double sum = 0;
            for (std::size_t i = 0; i < tilts.size(); ++i)
                sum +=
                    tilts[i].points / kPoints * simpleReturn(common.columns[i][from], common.columns[i][to]);
            return sum;
        }));
    return out;
}

double shockedBy(const std::vector<Tilt>& tilts, const PriceMoves& shock) {
    double sum = 0;
    for (const Tilt& tilt : tilts)
        for (const Tilt& move : shock)
            sum += tilt.symbol == move.symbol ? tilt.points / kPoints * move.points : 0;
    return sum;
}

} // namespace

std::string Sizing::sentence() const {
    const std::string both = fmt::format("{} points overweight, {} trimmed", groupedNumber(overweight, 1),
                                         groupedNumber(trimmed, 1));
    constexpr double kRounding = 0.05;
    if (std::abs(unfunded()) < kRounding)
        return both + ": balanced.";
    return unfunded() > 0 ? fmt::format("{}: {} points are not funded.", both, groupedNumber(unfunded(), 1))
                          : fmt::format("{}: {} points stay in cash.", both, groupedNumber(-unfunded(), 1));
}

Result<std::vector<Tilt>> parseTilts(std::string_view text) {
    std::vector<Tilt> out;
    while (!trimmed(text).empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view piece = trimmed(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        const auto tilt = tiltIn(piece);
        if (!tilt)
            return usageError("bad_tilts", fmt::format("\"{}\" is no tilt. Write IWM +6, QQQ -3.", piece));
        const bool twice =
            std::any_of(out.begin(), out.end(), [&](const Tilt& row) { return row.symbol == tilt->symbol; });
        if (twice)
            return usageError("bad_tilts", fmt::format("{} is named twice.", tilt->symbol));
        out.push_back(*tilt);
    }
    if (out.empty())
        return usageError("bad_tilts", "No tilt is named. Write IWM +6, QQQ -3.");
    return out;
}

Result<Sizing> sizeTilts(const MarketView& view, const std::vector<Tilt>& tilts, const Symbol& benchmark,
                         const PriceMoves& shock) {
    Sizing out;
    out.tilts = tilts;
    out.benchmark = benchmark;
    std::vector<Symbol> symbols;
    for (const Tilt& tilt : tilts) {
        symbols.push_back(tilt.symbol);
        (tilt.points > 0 ? out.overweight : out.trimmed) += std::abs(tilt.points);
    }
    symbols.push_back(benchmark);
    const auto common = commonColumns(view, symbols);
    if (!common)
        return Failure(common.error());
    if (common->dates.size() <= kRiskWindow)
        return refused("too_short",
                       fmt::format("These series share {} sessions; β and tracking error need {}.",
                                   common->dates.size(), kRiskWindow + 1));
    out.asOf = common->dates.back();
    out.since = common->dates.front();
    out.worst = worstOf(tilts, *common);
    addRisk(out, lastReturns(*common));
    if (!shock.empty())
        out.shocked = shockedBy(tilts, shock);
    return out;
}

Result<Ticket> ticketOf(const TicketParams& params) {
    for (const double value :
         {params.riskBudget, params.stop, params.priceSmall, params.priceLarge, params.beta})
        if (!(value > 0) || !std::isfinite(value))
            return usageError("bad_ticket", "Budget, stop, prices and β of a ticket must be above zero.");
    constexpr double kMostShares = 1e12;
    const double notional = params.riskBudget / params.stop;
    const double sharesLong = std::floor(notional / params.priceSmall);
    const double sharesShort = std::floor(sharesLong * params.priceSmall * params.beta / params.priceLarge);
    if (sharesLong > kMostShares || sharesShort > kMostShares)
        return usageError("bad_ticket", "So large a position cannot be meant.");
    Ticket out;
    out.params = params;
    out.sharesLong = static_cast<long long>(sharesLong);
    out.sharesShort = static_cast<long long>(sharesShort);
    out.carryPerDay = out.usdLong() * params.carryPerYear / 365;
    return out;
}

std::string ticketCsv(const Ticket& ticket) {
    const auto line = [](std::string_view side, const Symbol& symbol, long long shares, double price) {
        return fmt::format("{},{},{},{},{}\n", side, symbol, shares, shortestNumber(price),
                           shortestNumber(static_cast<double>(shares) * price));
    };
    return "side,symbol,shares,price,usd\n" +
           line("buy", ticket.params.small, ticket.sharesLong, ticket.params.priceSmall) +
           line("sell short", ticket.params.large, ticket.sharesShort, ticket.params.priceLarge);
}

std::vector<WorstWindow> worstWindows(const PairSeries& pair, double beta) {
    std::vector<WorstWindow> out;
    for (const std::size_t sessions : kWorstWindows)
        if (pair.size() > sessions)
            out.push_back(worstOver(sessions, pair.dates, [&](std::size_t from, std::size_t to) {
                return simpleReturn(pair.small[from], pair.small[to]) -
                       beta * simpleReturn(pair.large[from], pair.large[to]);
            }));
    return out;
}

} // namespace rotascope
