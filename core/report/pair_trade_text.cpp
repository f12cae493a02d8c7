#include "core/report/pair_trade_text.h"

#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

std::string twoDigits(double fraction) {
    return std::isnan(fraction) ? "–" : signedNumber(fraction * 100, 2) + " %";
}

std::string pointText(const TradePoint& point) {
    return fmt::format("{} on {}", twoDigits(point.profit), dayMonthYear(point.date));
}

std::string wholePercent(double share) {
    return std::isnan(share) ? "–" : groupedNumber(share * 100, 0) + " %";
}

TextTable stopTable(const PairTrade& trade) {
    TextTable table{{"stop", "measured", "hit", "sessions", "profit then", "now"}, {}};
    for (const StopReading& stop : trade.stops)
        table.rows.push_back({textOf(stop.rule), std::string(infoOf(stop.rule.reference).label),
                              stop.hit ? dayMonthYear(stop.hit->date) : "not hit",
                              stop.hit ? std::to_string(stop.hit->sessions) : "",
                              stop.hit ? twoDigits(stop.hit->profit) : "", twoDigits(stop.now)});
    return table;
}

TextTable accountingTable(const PairTrade& trade) {
    const TradePath& path = trade.path;
    return {{"accounting", "profit", ""},
            {{"never rebalanced", twoDigits(path.neverRebalanced.back()), ""},
             {"daily rebalanced", twoDigits(path.daily.back()), ""},
             {"beta-neutral", twoDigits(path.betaNeutral.back()),
              fmt::format("β {} at the entry, {} now, {} over 63", groupedNumber(trade.beta, 2),
                          groupedNumber(trade.betaNow, 2), groupedNumber(trade.betaNowShort, 2))}}};
}

std::string beyondText(const Beyond& beyond) {
    return beyond.n == 0 ? "–"
                         : fmt::format("{} of {}", wholePercent(beyond.share),
                                       groupedCount(static_cast<long long>(beyond.n)));
}

} // namespace

std::string pairTradeHeading(const PairTrade& trade, const Symbol& small, const Symbol& large) {
    return fmt::format("Long {}, short {} from {} to {}, {} sessions", small, large,
                       dayMonthYear(trade.entry), dayMonthYear(trade.asOf), trade.dates.size() - 1);
}

std::vector<NamedTable> pairTradeTables(const PairTrade& trade) {
    std::vector<NamedTable> tables{{"accountings", "Three accountings", accountingTable(trade), {2}}};
    if (!trade.stops.empty())
        tables.push_back({"stops", "Stops", stopTable(trade), {1, 2}});
    return tables;
}

std::vector<std::string> pairTradeNotes(const PairTrade& trade) {
    return {
        fmt::format("Worst {}, best {}; deepest fall from the best {}, now {}.", pointText(trade.worst),
                    pointText(trade.best), twoDigits(trade.drawdown), twoDigits(trade.drawdownNow)),
        fmt::format("Profit as a share of one leg, on closes. {}", carryInWords(trade.params.carryPerYear))};
}

std::string pairTradeText(const PairTrade& trade, const Symbol& small, const Symbol& large, bool isDemo) {
    std::string text = pairTradeHeading(trade, small, large) + (isDemo ? " · DEMO: an invented market" : "");
    text += "\n\n" + alignedText(pairTradeTables(trade).front());
    if (trade.params.parts > 1)
        text += fmt::format("  in {} parts; entered at once {}\n", trade.params.parts, twoDigits(trade.lump));
    const std::vector<std::string> notes = pairTradeNotes(trade);
    text += "\n" + notes[0] + "\n";
    if (!trade.stops.empty())
        text += "\n" + alignedText(pairTradeTables(trade).back());
    return text + "\n" + notes[1] + "\n";
}

std::string bracketText(const BracketTest& test, std::string_view entries) {
    const BracketSummary& s = test.summary;
    const auto limit = [](double value) { return value > 0 ? groupedNumber(value * 100, 1) + " %" : "none"; };
    return fmt::format(
        "\nBracket from {}: stop {}, target {}, at most {} sessions{}\n"
        "  {} trades ({} effective): {} stopped after {} sessions, {} at the target after {}, {} by time\n"
        "  mean {} ({} … {}), {} with a profit; any session {}, {}; {}\n"
        "  on the way {} and {}\n",
        entries, limit(test.params.stop), limit(test.params.target), test.params.longest,
        test.params.intraday ? ", highs and lows count" : ", on closes",
        groupedCount(static_cast<long long>(s.n)), groupedNumber(s.result.nEffective, 1), s.exits[0],
        groupedNumber(s.sessionsToStop, 0), s.exits[1], groupedNumber(s.sessionsToTarget, 0), s.exits[2],
        twoDigits(s.result.mean), twoDigits(s.result.low), twoDigits(s.result.high), wholePercent(s.hit),
        twoDigits(s.baselineMean), wholePercent(s.baselineHit),
        std::isnan(s.placebo) ? "no p" : "p " + groupedNumber(s.placebo, 2), twoDigits(s.mae),
        twoDigits(s.mfe));
}

std::string hedgeText(const HedgeStudy& study, const Symbol& held, const Symbol& hedge) {
    TextTable table{{"sessions", "n", hedge, "95 %", "any session", "p", held, "both", "worst " + held,
                     "worst both", "gained when " + held + " lost"},
                    {}};
    for (const HedgeRow& row : study.rows)
        table.rows.push_back({std::to_string(row.horizon), std::to_string(row.n), twoDigits(row.hedge.mean),
                              fmt::format("{} … {}", twoDigits(row.hedge.low), twoDigits(row.hedge.high)),
                              twoDigits(row.anyHedge),
                              std::isnan(row.placebo) ? "–" : groupedNumber(row.placebo, 2),
                              twoDigits(row.held.mean), twoDigits(row.both.mean), twoDigits(row.worstHeld),
                              twoDigits(row.worstBoth), fmt::format("{} of {}", row.answered, row.losses)});
    const std::string words = hedgeInWords(study, held, hedge);
    return fmt::format("\nHedge\n{}{}",
                       words.empty() ? "No such day is followed by enough sessions.\n" : words + "\n",
                       alignedText(table));
}

std::string sizingText(const Sizing& sizing) {
    TextTable table{{"tilt", "points", "β to " + sizing.benchmark}, {}};
    for (std::size_t i = 0; i < sizing.tilts.size(); ++i)
        table.rows.push_back({sizing.tilts[i].symbol, signedNumber(sizing.tilts[i].points, 1),
                              groupedNumber(sizing.betas[i], 2)});
    std::string text = fmt::format("\nSizing\n{}\n{}", riskInWords(sizing), alignedText(table));
    for (const WorstWindow& window : sizing.worst)
        text += fmt::format("Worst {} since {}: {} of the portfolio, to {}\n",
                            sessionsInWords(static_cast<int>(window.sessions)), dayMonthYear(sizing.since),
                            twoDigits(window.spread), dayMonthYear(window.last));
    return text;
}

std::string ticketText(const Ticket& ticket, std::span<const WorstWindow> worst) {
    std::string text = fmt::format("\nTicket\n{}Loss at the stop of {}: {} USD", ticketCsv(ticket),
                                   twoDigits(-ticket.params.stop), groupedNumber(ticket.lossAtStop(), 0));
    text += fmt::format("; carry {} USD a day\n", signedNumber(ticket.carryPerDay, 2));
    for (const WorstWindow& window : worst)
        text += fmt::format("Worst {} of history: {} to {}, {} USD\n",
                            sessionsInWords(static_cast<int>(window.sessions)), twoDigits(window.spread),
                            dayMonthYear(window.last), groupedNumber(ticket.lossAt(window.spread), 0));
    return text;
}

std::string strikeOddsText(std::span<const StrikeOdds> odds) {
    TextTable table{{"strike", "sessions", "beyond: any session", "after the rule", "as volatile as now"},
                    {}};
    for (const StrikeOdds& row : odds)
        table.rows.push_back({fmt::format("{} {}", row.above ? "≥" : "≤", twoDigits(row.strike - 1)),
                              std::to_string(row.sessions), beyondText(row.anySession),
                              beyondText(row.afterRule), beyondText(row.sameVolatility)});
    return "\nStrikes\n" + alignedText(table) +
           "Shares of history, overlapping; no option price is invented.\n";
}

} // namespace rotascope
