#include "core/analysis/pair_trade/pair_trade_wording.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kHedgeInWords = 2; ///< 10 sessions

std::string counted(std::size_t number) {
    return groupedCount(static_cast<long long>(number));
}

std::string sessionsText(std::size_t sessions) {
    return sessionsInWords(static_cast<int>(sessions));
}

/// 0.03 → "3", 0.035 → "3.5"
std::string percentage(double fraction) {
    return shortestNumber(std::round(fraction * 1e4) / 100);
}

std::string stopName(const StopRule& rule) {
    if (rule.reference == StopReference::Rolling)
        return fmt::format("{} % over {}", percentage(rule.loss), sessionsInWords(rule.sessions));
    return fmt::format("{} % {}", percentage(rule.loss), infoOf(rule.reference).label);
}

/// "in 13.3 % of all cases after 30 sessions and 22.1 % after 50".
std::string sharesByExpiry(const std::vector<StrikeOdds>& odds, double strike) {
    std::vector<std::string> said;
    for (const StrikeOdds& row : odds) {
        if (row.strike < strike || strike < row.strike)
            continue;
        const std::string share = plainPercentText(row.anySession.share);
        said.push_back(said.empty() ? fmt::format("in {} of all cases after {} sessions", share, row.sessions)
                                    : fmt::format("{} after {}", share, row.sessions));
    }
    return listed(said);
}

std::string hits(const PairTrade& trade) {
    std::vector<std::string> said;
    for (const StopReading& stop : trade.stops)
        if (stop.hit)
            said.push_back(fmt::format("{} on {}", stopName(stop.rule), dayMonthYear(stop.hit->date)));
    if (trade.stops.empty())
        return {};
    return said.empty() ? "No stop has been hit." : fmt::format("Stops hit: {}.", listed(said));
}

} // namespace

Headline pairTradeHeadline(const PairTrade& trade, const Symbol& small, const Symbol& large) {
    const TradePath& path = trade.path;
    const bool started = trade.dates.size() > 1;
    Headline headline{{fmt::format("Long {}, short {} since {}: {}.", small, large, dayMonthYear(trade.entry),
                                   percentText(path.neverRebalanced.back())),
                       Emphasis::Strong}};
    addSentence(headline, Emphasis::Normal,
                fmt::format("Rebalanced daily {}, beta-neutral {}{}.", percentText(path.daily.back()),
                            percentText(path.betaNeutral.back()),
                            trade.params.parts > 1
                                ? fmt::format("; entered at once {}", percentText(trade.lump))
                                : std::string()));
    addSentence(headline, Emphasis::Normal, hits(trade));
    addSentence(headline, Emphasis::Muted,
                started ? fmt::format("Deepest fall from the best level {}; of one leg, on closes. {}",
                                      pointsText(trade.drawdown), carryInWords(trade.params.carryPerYear))
                        : "Entered on the last session: nothing has followed yet.");
    return headline;
}

std::string carryInWords(double carryPerYear) {
    if (carryPerYear < 0 || carryPerYear > 0)
        return fmt::format("Carry {} % a year.", signedNumber(carryPerYear * 100, 2));
    return "Dividends, borrow and financing are zero: none was typed in.";
}

Headline bracketHeadline(const BracketTest& test, std::string_view entries) {
    const BracketSummary& s = test.summary;
    if (s.n == 0)
        return {{fmt::format("No bracket from {} has come to its end yet.", entries), Emphasis::Normal}};
    Headline headline{{fmt::format("{} brackets from {}: {} on average, {} with a profit.",
                                   groupedCount(static_cast<long long>(s.n)), entries,
                                   percentText(s.result.mean), plainPercentText(s.hit)),
                       Emphasis::Strong}};
    addSentence(headline, Emphasis::Normal,
                fmt::format("{} stopped, {} at the target, {} by time.", counted(s.exits[0]),
                            counted(s.exits[1]), counted(s.exits[2])));
    addSentence(headline, Emphasis::Muted,
                std::isnan(s.placebo)
                    ? fmt::format("Windows overlap: they tell as much as {} would that do not.",
                                  groupedNumber(s.result.nEffective, 1))
                    : fmt::format("Any session: {}, {} with a profit; p {}.", percentText(s.baselineMean),
                                  plainPercentText(s.baselineHit), groupedNumber(s.placebo, 2)));
    return headline;
}

std::string hedgeInWords(const HedgeStudy& study, const Symbol& held, const Symbol& hedge) {
    const HedgeRow& row = study.rows[kHedgeInWords];
    if (row.n == 0)
        return {};
    return fmt::format(
        "Over {} after {} such days {} made {} on average and {} {}; {} lost in {} of them, and {} "
        "gained in {} of those. Worst {} without, {} with {} % of it.",
        sessionsText(row.horizon), row.n, hedge, percentText(row.hedge.mean), held,
        percentText(row.held.mean), held, row.losses, hedge, row.answered, percentText(row.worstHeld),
        percentText(row.worstBoth), percentage(study.params.weight));
}

std::string riskInWords(const Sizing& sizing) {
    std::string words =
        fmt::format("{} β {} to {}, tracking error {} of the portfolio a year, from {} daily returns to {}.",
                    sizing.sentence(), signedNumber(sizing.beta, 3), sizing.benchmark,
                    plainPercentText(sizing.trackingError), kRiskWindow, dayMonthYear(sizing.asOf));
    if (sizing.shocked)
        words +=
            fmt::format(" The shock moves the portfolio by {} %.", signedNumber(*sizing.shocked * 100, 2));
    return words;
}

std::string ticketSentence(const Ticket& ticket) {
    return fmt::format("Buy {} {} and sell {} {} short: {} USD are lost at the stop of {} %.",
                       groupedCount(ticket.sharesLong), ticket.params.small, groupedCount(ticket.sharesShort),
                       ticket.params.large, groupedNumber(ticket.lossAtStop(), 0),
                       percentage(ticket.params.stop));
}

std::string ticketInWords(const Ticket& ticket) {
    const double beta = ticket.params.beta;
    return fmt::format(
        "Long {} USD, short {} USD ({}). A stop on closes costs {} USD of a budget of {}; carry {} USD a "
        "day. {}",
        groupedNumber(ticket.usdLong(), 0), groupedNumber(ticket.usdShort(), 0),
        beta < 1 || beta > 1 ? "β " + groupedNumber(beta, 2) : std::string("dollar for dollar"),
        groupedNumber(ticket.lossAtStop(), 0), groupedNumber(ticket.params.riskBudget, 0),
        signedNumber(ticket.carryPerDay, 2), carryInWords(ticket.params.carryPerYear));
}

Headline strikesHeadline(const std::vector<StrikeOdds>& odds, const Symbol& symbol) {
    if (odds.empty() || odds.front().anySession.n == 0)
        return {{fmt::format("{} has too short a history for such an expiry.", symbol), Emphasis::Normal}};
    std::vector<std::string> strikes;
    std::vector<std::string> now;
    for (const StrikeOdds& row : odds) {
        now.push_back(plainPercentText(row.sameVolatility.share));
        const bool isTold = std::any_of(odds.data(), &row, [&row](const StrikeOdds& earlier) {
            return !(earlier.strike < row.strike) && !(row.strike < earlier.strike);
        });
        if (!isTold)
            strikes.push_back(fmt::format("{} % {} or more {}", percentage(std::abs(row.strike - 1)),
                                          row.above ? "higher" : "lower", sharesByExpiry(odds, row.strike)));
    }
    Headline headline{{fmt::format("{} ended {}.", symbol, listed(strikes)), Emphasis::Strong}};
    addSentence(headline, Emphasis::Normal,
                fmt::format("After sessions as volatile as now: {}.", listed(now)));
    addSentence(headline, Emphasis::Muted, "Windows overlap; no option price is invented.");
    return headline;
}

} // namespace rotascope
