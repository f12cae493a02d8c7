#include "ui/models/leverage_tables.h"

#include "core/analysis/leverage/leverage_wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kActual = 4; ///< row of the parts

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

TableCell percent(double fraction, int decimals = 1) {
    return signedCell(percentNumber(fraction, decimals), fraction);
}

std::vector<TableCell> partCells(const QString& name, double fraction, const QString& explanation,
                                 bool isStrong = false) {
    TableCell label = textCell(name);
    label.explanation = explanation;
    label.strong = isStrong;
    TableCell value = percent(fraction, 2);
    value.explanation = explanation;
    value.strong = isStrong;
    return {label, value};
}

std::vector<TableCell> windowCells(const Symbol& symbol, const HoldingWindow& window) {
    TableCell name = textCell(text("%1, %2").arg(symbolLabel(symbol)).arg(window.sessions));
    name.explanation =
        text("%1 windows, which overlap").arg(qtext(groupedCount(static_cast<long long>(window.windows))));
    TableCell lost = figureCell(percentNumber(window.lost, 0).remove(QLatin1Char('+')), window.lost);
    return {name,
            percent(window.low5),
            percent(window.low25),
            percent(window.median),
            percent(window.high75),
            percent(window.high95),
            lost};
}

} // namespace

TableSnapshot leveragePartsOf(const Leverage& l) {
    const DailyReset& theory = l.stretch.theory;
    TableSnapshot table{
        text("Parts of the return"), {{QString(), {}, true, {}}, figureColumn(text("%"))}, {}};
    table.rows = {
        partCells(symbolLabel(l.index.symbol), theory.index, text("The index itself")),
        partCells(text("naive"), theory.naive, text("A fixed multiple of the index's return: L · R")),
        partCells(text("exact"), theory.exact, text("Leverage reset every day, no fees: Π(1 + L · r) − 1")),
        partCells(text("closed form"), theory.closedForm,
                  text("(S / S₀)^L · exp(−½ (L² − L) · Σr²) − 1: from the index's variance alone")),
        partCells(symbolLabel(l.fund.symbol), l.stretch.actual,
                  text("As traded, %1").arg(qtext(nameOf(l.fundBasis))), true),
        partCells(text("compounding"), theory.compounding(),
                  text("exact − naive: positive in a trend, negative in swings")),
        partCells(text("residual"), l.stretch.residual(),
                  text("actual − exact: fees, financing, dividends. Bases: %1").arg(qtext(l.basesText())))};
    table.from = runsFrom({}, {l.index.symbol, l.fund.symbol}, l.stretch.base, l.asOf);
    table.rows[0][1].from = returnFrom(l.index.symbol, l.stretch.base, l.asOf, fieldOf(l.indexBasis));
    table.rows[kActual][1].from = returnFrom(l.fund.symbol, l.stretch.base, l.asOf, fieldOf(l.fundBasis));
    return table;
}

TableSnapshot leverageCurveOf(const Leverage& l) {
    TableSnapshot table{text("By horizon"),
                        {figureColumn(text("sessions")), figureColumn(symbolLabel(l.index.symbol)),
                         figureColumn(text("naive")), figureColumn(text("exact")),
                         figureColumn(symbolLabel(l.fund.symbol)),
                         figureColumn(text("comp."), text("Compounding: exact − naive, points"))},
                        {}};
    for (const LeverageStretch& stretch : l.curve) {
        table.rows.push_back(
            {figureCell(QString::number(stretch.sessions), static_cast<double>(stretch.sessions)),
             percent(stretch.theory.index), percent(stretch.theory.naive), percent(stretch.theory.exact),
             percent(stretch.actual), percent(stretch.theory.compounding())});
        table.rowFrom.push_back(runsFrom({}, {l.index.symbol, l.fund.symbol}, stretch.base, l.asOf));
        table.rows.back()[1].from = returnFrom(l.index.symbol, stretch.base, l.asOf, fieldOf(l.indexBasis));
        table.rows.back()[4].from = returnFrom(l.fund.symbol, stretch.base, l.asOf, fieldOf(l.fundBasis));
    }
    return table;
}

TableSnapshot holdingTableOf(const Leverage& l) {
    TableSnapshot table{text("Holding windows"),
                        {{text("held"), text("Sessions held; windows overlap"), true, {}},
                         figureColumn(text("5th"), text("One window in twenty ended at or below it")),
                         figureColumn(text("25th")),
                         figureColumn(text("median")),
                         figureColumn(text("75th")),
                         figureColumn(text("95th")),
                         figureColumn(text("lost %"), text("Share of windows that ended below zero"))},
                        {}};
    for (const HoldingWindow& window : l.indexWindows)
        table.rows.push_back(windowCells(l.index.symbol, window));
    for (const HoldingWindow& window : l.fundWindows)
        table.rows.push_back(windowCells(l.fund.symbol, window));
    return table;
}

TableSnapshot shockTableOf(const Leverage& l) {
    const QString fund = text("%1×").arg(qtext(timesText(l.params.times)));
    const QString inverse = text("%1×").arg(qtext(timesText(-l.params.times)));
    TableSnapshot table{
        text("One bad day"),
        {figureColumn(symbolLabel(l.index.symbol)), figureColumn(fund), figureColumn(inverse),
         figureColumn(symbolLabel(l.index.symbol) + QStringLiteral(" − ") + symbolLabel(l.params.large),
                      text("The large leg moves by its beta on the index over 252 sessions"))},
        {}};
    for (const Shock& shock : l.shocks)
        table.rows.push_back(
            {percent(shock.index), percent(shock.fund), percent(shock.inverse), percent(shock.pair)});
    return table;
}

} // namespace rotascope
