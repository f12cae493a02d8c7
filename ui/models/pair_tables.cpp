#include "ui/models/pair_tables.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/table_cells.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::array<std::size_t, 4> kCaseHorizons{1, 2, 3, 4}; ///< of kHedgeHorizons: 5, 10, 21, 30

QString text(const char* source) {
    return tableText(source);
}

TableCell percent(double fraction, int decimals = 2) {
    return percentCell(fraction, decimals);
}

TableCell share(double value) {
    return numberCell(value * 100, 0);
}

/// A name, its value, and what it is as a tooltip of both.
std::vector<TableCell> factCells(const QString& name, TableCell value, const QString& words) {
    return {explained(textCell(name), words), explained(std::move(value), words)};
}

QString ofPoint(const TradePoint& point) {
    return text("on %1, %2 sessions after the entry").arg(dateText(point.date)).arg(point.sessions);
}

QString howText(const BracketTrade& trade) {
    constexpr std::array<const char*, 4> kWords{
        QT_TRANSLATE_NOOP("Tables", "stop"), QT_TRANSLATE_NOOP("Tables", "target"),
        QT_TRANSLATE_NOOP("Tables", "time"), QT_TRANSLATE_NOOP("Tables", "running")};
    return text(kWords[static_cast<std::size_t>(trade.how)]);
}

TableCell beyondCell(const Beyond& beyond) {
    if (beyond.n == 0)
        return figureCell(QStringLiteral("–"), std::nan(""));
    return explained(
        figureCell(qtext(groupedNumber(beyond.share * 100, 1)), beyond.share),
        text("of %1 windows; Wilson's 95 % interval %2 to %3 %, too narrow where windows overlap")
            .arg(countLabel(beyond.n), qtext(groupedNumber(beyond.interval.low * 100, 1)),
                 qtext(groupedNumber(beyond.interval.high * 100, 1))));
}

} // namespace

TableSnapshot accountingsOf(const PairTrade& trade) {
    TableSnapshot table{text("Three accountings"), {{QString(), {}, true, {}}, figureColumn(text("%"))}, {}};
    TableCell first = percent(trade.path.neverRebalanced.back());
    first.strong = true;
    table.rows = {
        factCells(text("never rebalanced"), first,
                  text("Rs − Rl: both legs of one size at the entry, then left alone")),
        factCells(text("rebalanced daily"), percent(trade.path.daily.back()),
                  text("Π(1 + rs − rl) − 1: the legs made equal after every close")),
        factCells(text("beta-neutral"), percent(trade.path.betaNeutral.back()),
                  text("Rs − β · Rl, β of the %1 daily returns up to the entry").arg(kTradeBetaWindow))};
    if (trade.params.parts > 1)
        table.rows.push_back(factCells(text("entered at once"), percent(trade.lump),
                                       text("Never rebalanced, all of it at the first close")));
    return table;
}

TableSnapshot stopTableOf(const PairTrade& trade) {
    TableSnapshot table{text("Stops"),
                        {textColumn(text("stop")), figureColumn(text("hit")),
                         figureColumn(text("after"), text("Sessions since the entry")),
                         figureColumn(text("then %"), text("Profit when it was hit")),
                         figureColumn(text("now %"), text("What the stop watches today"))},
                        {}};
    for (const StopReading& stop : trade.stops) {
        TableCell name =
            explained(textCell(qtext(textOf(stop.rule))), qtext(infoOf(stop.rule.reference).label));
        if (!stop.hit) {
            TableCell none = textCell(text("not hit"));
            none.ink = ColourRole::MutedText;
            table.rows.push_back(
                {name, none, figureCell({}, std::nan("")), figureCell({}, std::nan("")), percent(stop.now)});
            continue;
        }
        name.strong = true;
        table.rows.push_back({name, dateCell(stop.hit->date), countCell(stop.hit->sessions),
                              percent(stop.hit->profit), percent(stop.now)});
    }
    return table;
}

TableSnapshot tradeFactsOf(const PairTrade& trade) {
    TableSnapshot table{text("On the way"), {{QString(), {}, true, {}}, figureColumn(QString())}, {}};
    const auto points = [](double fraction) {
        return signedCell(percentNumber(fraction, 2) + text(" %"), fraction);
    };
    table.rows = {
        factCells(text("sessions"), countCell(trade.dates.size() - 1), text("since the entry")),
        factCells(text("best"), points(trade.best.profit), ofPoint(trade.best)),
        factCells(text("worst"), points(trade.worst.profit), ofPoint(trade.worst)),
        factCells(text("deepest fall"), points(trade.drawdown),
                  text("of the profit from its best so far, of one leg")),
        factCells(text("fall now"), points(trade.drawdownNow), text("from the best so far")),
        factCells(text("β at the entry"), numberCell(trade.beta, 2),
                  text("of the long leg to the short one, %1 daily returns").arg(kTradeBetaWindow)),
        factCells(text("β now"), numberCell(trade.betaNow, 2), text("the same, up to the as-of date")),
        factCells(text("β now, %1").arg(kShortBetaWindow), numberCell(trade.betaNowShort, 2),
                  text("of %1 daily returns").arg(kShortBetaWindow))};
    return table;
}

TableSnapshot bracketTableOf(const BracketTest& test, bool isOfRule) {
    const BracketSummary& s = test.summary;
    TableSnapshot table{text("Brackets"), {{QString(), {}, true, {}}, figureColumn(text("these"))}, {}};
    if (isOfRule)
        table.columns.push_back(figureColumn(text("any"), text("The same bracket entered on any session")));
    const auto add = [&](const QString& name, TableCell value, const QString& words,
                         std::optional<TableCell> any = {}) {
        std::vector<TableCell> row = factCells(name, std::move(value), words);
        if (isOfRule)
            row.push_back(any.value_or(textCell({})));
        table.rows.push_back(std::move(row));
    };
    add(text("brackets"), countCell(s.n), text("complete ones: their longest end is known"));
    add(text("n effective"), numberCell(s.result.nEffective, 1), text("after overlap of their windows"));
    add(text("mean %"), percent(s.result.mean), text("result of one leg"), percent(s.baselineMean));
    add(text("95 % from"), percent(s.result.low), text("interval of the mean that overlap allows"));
    add(text("to"), percent(s.result.high), text("interval of the mean that overlap allows"));
    add(text("with a profit %"), share(s.hit), text("share of the complete ones"), share(s.baselineHit));
    add(text("stopped"), countCell(s.exits[0]),
        text("after %1 sessions on average").arg(numberCell(s.sessionsToStop, 1).text));
    add(text("at the target"), countCell(s.exits[1]),
        text("after %1 sessions on average").arg(numberCell(s.sessionsToTarget, 1).text));
    add(text("by time"), countCell(s.exits[2]), text("closed after the longest time"));
    add(text("sessions held"), numberCell(s.sessions, 1), text("mean"));
    add(text("worst on the way %"), percent(s.mae),
        text("mean of the least profit on closes up to the exit"));
    add(text("best on the way %"), percent(s.mfe),
        text("mean of the greatest profit on closes up to the exit"));
    if (isOfRule)
        add(text("p"), numberCell(s.placebo, 2),
            text("share of shifts of the rule's days whose mean lies as far from any session; from ten on"));
    return table;
}

TableSnapshot bracketTradesOf(const BracketTest& test, std::span<const Date> dates, std::size_t most) {
    TableSnapshot table{text("Each bracket"),
                        {figureColumn(text("entered")), textColumn(text("left by")),
                         figureColumn(text("after"), text("Sessions held")), figureColumn(text("%")),
                         figureColumn(text("worst"), text("Least profit on the way"))},
                        {}};
    const auto end =
        test.trades.rbegin() + std::min(std::ssize(test.trades), static_cast<std::ptrdiff_t>(most));
    for (auto trade = test.trades.rbegin(); trade != end; ++trade) {
        TableCell how = textCell(howText(*trade));
        how.ink = trade->how == BracketExit::Stop     ? ColourRole::Negative
                  : trade->how == BracketExit::Target ? ColourRole::Positive
                                                      : ColourRole::MutedText;
        if (!trade->isComplete && trade->how != BracketExit::Running)
            how.explanation =
                text("over, but not counted: its longest end lies after the data, where only those that "
                     "are over early would be seen");
        table.rows.push_back(
            {dateCell(dates[trade->entry]), how,
             explained(countCell(trade->sessions()), text("left on %1").arg(dateText(dates[trade->exit]))),
             percent(trade->result), percent(trade->mae, 1)});
    }
    return table;
}

TableSnapshot hedgeTableOf(const HedgeStudy& study, const Symbol& held, const Symbol& hedge) {
    const QString heldName = symbolLabel(held);
    const QString hedgeName = symbolLabel(hedge);
    TableSnapshot table{
        text("The hedge by horizon"),
        {figureColumn(text("sessions")), figureColumn(text("n")),
         figureColumn(hedgeName, text("Mean return, %")),
         figureColumn(text("any"), text("Bought on any session, %")), figureColumn(text("p")),
         figureColumn(heldName, text("Mean return of the position alone, %")),
         figureColumn(text("both"), text("Position and its weight of hedge, mean, %")),
         figureColumn(text("worst"), text("Worst of the position alone, %")),
         figureColumn(text("both"), text("Worst of both, %")),
         figureColumn(text("answered"),
                      text("The position lost so often, and the hedge gained in so many of these"))},
        {}};
    for (const HedgeRow& row : study.rows) {
        TableCell mean = percent(row.hedge.mean);
        mean.strong = true;
        mean.explanation = text("95 % %1 … %2; n effective %3")
                               .arg(percent(row.hedge.low).text, percent(row.hedge.high).text,
                                    numberCell(row.hedge.nEffective, 1).text);
        table.rows.push_back({countCell(row.horizon), countCell(row.n), mean, percent(row.anyHedge),
                              numberCell(row.placebo, 2), percent(row.held.mean), percent(row.both.mean),
                              percent(row.worstHeld, 1), percent(row.worstBoth, 1),
                              figureCell(text("%1 of %2").arg(row.answered).arg(row.losses),
                                         static_cast<double>(row.answered))});
    }
    return table;
}

TableSnapshot hedgeCasesOf(const HedgeStudy& study, const Symbol& held, const Symbol& hedge) {
    TableSnapshot table{text("Each time"), {figureColumn(text("bought"))}, {}};
    for (const std::size_t h : kCaseHorizons) {
        const QString sessions = QString::number(kHedgeHorizons[h]);
        table.columns.push_back(figureColumn(text("%1 %2").arg(symbolLabel(hedge), sessions)));
        table.columns.push_back(figureColumn(text("%1 %2").arg(symbolLabel(held), sessions)));
    }
    for (auto one = study.cases.rbegin(); one != study.cases.rend(); ++one) {
        std::vector<TableCell> row{dateCell(one->date)};
        for (const std::size_t h : kCaseHorizons) {
            row.push_back(percent(one->hedge[h], 1));
            row.push_back(percent(one->held[h], 1));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableSnapshot tiltTableOf(const Sizing& sizing) {
    TableSnapshot table{text("Tilts"),
                        {textColumn(text("tilt")), figureColumn(text("points"), text("Of the portfolio")),
                         figureColumn(text("β to %1").arg(symbolLabel(sizing.benchmark))),
                         figureColumn(text("β added"), text("points / 100 · β"))},
                        {}};
    for (std::size_t i = 0; i < sizing.tilts.size(); ++i)
        table.rows.push_back(
            {textCell(symbolLabel(sizing.tilts[i].symbol)),
             signedCell(qtext(signedNumber(sizing.tilts[i].points, 1)), sizing.tilts[i].points),
             numberCell(sizing.betas[i], 2),
             figureCell(qtext(signedNumber(sizing.tilts[i].points * sizing.betas[i] / 100, 3)),
                        sizing.tilts[i].points * sizing.betas[i])});
    return table;
}

TableSnapshot ticketTableOf(const Ticket& ticket) {
    TableSnapshot table{text("Ticket"),
                        {textColumn(text("side")), textColumn(text("symbol")), figureColumn(text("shares")),
                         figureColumn(text("price")), figureColumn(text("USD"))},
                        {}};
    const auto leg = [&](const QString& side, const Symbol& symbol, long long shares, double price) {
        const double usd = static_cast<double>(shares) * price;
        table.rows.push_back({textCell(side), textCell(symbolLabel(symbol)),
                              figureCell(qtext(groupedCount(shares)), static_cast<double>(shares)),
                              figureCell(qtext(groupedNumber(price, 2)), price),
                              figureCell(qtext(groupedNumber(usd, 0)), usd)});
    };
    leg(text("buy"), ticket.params.small, ticket.sharesLong, ticket.params.priceSmall);
    leg(text("sell short"), ticket.params.large, ticket.sharesShort, ticket.params.priceLarge);
    return table;
}

TableSnapshot tiltWorstTableOf(const Sizing& sizing) {
    TableSnapshot table{text("Worst windows of the tilts"),
                        {figureColumn(text("sessions")),
                         figureColumn(text("portfolio %"), text("What the tilts alone did to the portfolio")),
                         figureColumn(text("ended"))},
                        {}};
    for (const WorstWindow& window : sizing.worst)
        table.rows.push_back({countCell(window.sessions), percent(window.spread), dateCell(window.last)});
    return table;
}

TableSnapshot worstTableOf(const Ticket& ticket, std::span<const WorstWindow> worst) {
    TableSnapshot table{text("Worst windows"),
                        {figureColumn(text("sessions")),
                         figureColumn(text("spread %"), text("Long leg less β times the short one")),
                         figureColumn(text("ended")),
                         figureColumn(text("USD"), text("What this ticket would lose")),
                         figureColumn(text("budget"), text("That loss as a multiple of the risk budget"))},
                        {}};
    for (const WorstWindow& window : worst) {
        const double usd = ticket.lossAt(window.spread);
        table.rows.push_back(
            {countCell(window.sessions), percent(window.spread, 1), dateCell(window.last),
             signedCell(qtext(groupedNumber(usd, 0)), usd),
             figureCell(qtext(groupedNumber(-usd / ticket.params.riskBudget, 1)) + QStringLiteral("×"),
                        -usd)});
    }
    return table;
}

TableSnapshot strikeTableOf(std::span<const StrikeOdds> odds, bool isAfterRule) {
    TableSnapshot table{
        text("Strikes"),
        {figureColumn(text("strike"), text("Against today's price")), figureColumn(text("sessions")),
         figureColumn(text("any %"), text("Share of all sessions after which the price ended beyond"))},
        {}};
    if (isAfterRule)
        table.columns.push_back(figureColumn(text("rule %"), text("After the rule fired")));
    table.columns.push_back(figureColumn(
        text("as now %"), text("After sessions whose 63-session volatility lies in today's fifth")));
    for (const StrikeOdds& row : odds) {
        const QString sign = row.above ? QStringLiteral("≥ ") : QStringLiteral("≤ ");
        std::vector<TableCell> cells{
            figureCell(sign + percentNumber(row.strike - 1) + QStringLiteral(" %"), row.strike),
            countCell(row.sessions), beyondCell(row.anySession)};
        if (isAfterRule)
            cells.push_back(beyondCell(row.afterRule));
        cells.push_back(beyondCell(row.sameVolatility));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace rotascope
