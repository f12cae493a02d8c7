#include "core/report/leverage_text.h"

#include "core/analysis/leverage/leverage_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

std::string percent2(double fraction) {
    const std::string number = signedNumber(fraction * 100, 2);
    return std::isfinite(fraction) ? number + " %" : number;
}

std::string points2(double fraction) {
    const std::string number = signedNumber(fraction * 100, 2);
    return std::isfinite(fraction) ? number + " pp" : number;
}

std::string heading(const Leverage& l, bool isDemo) {
    return fmt::format("{} against {} × {} · {} to {} · {} sessions{}\n", l.fund.symbol,
                       timesText(l.params.times), l.index.symbol, dayMonthYear(l.stretch.base),
                       dayMonthYear(l.asOf), l.stretch.sessions, isDemo ? " · DEMO: an invented market" : "");
}

TextTable partsTable(const Leverage& l) {
    const DailyReset& t = l.stretch.theory;
    return {{"", "return", ""},
            {{l.index.symbol, percent2(t.index), ""},
             {"naive", percent2(t.naive), timesText(l.params.times) + " times the index"},
             {"exact", percent2(t.exact), "leverage reset every day, no fees"},
             {"closed form", percent2(t.closedForm), "from the index's variance alone"},
             {l.fund.symbol, percent2(l.stretch.actual), "as traded, " + std::string(nameOf(l.fundBasis))},
             {"compounding", points2(t.compounding()), "exact − naive"},
             {"residual", points2(l.stretch.residual()),
              "actual − exact: fees, financing, dividends; bases " + l.basesText()}}};
}

std::string compoundingSentence(const Leverage& l) {
    const double effect = l.stretch.theory.compounding();
    return fmt::format("Compounding worked {} the holder: {} against a fixed multiple.\n",
                       effect >= 0 ? "for" : "against", points2(effect));
}

TextTable curveTable(const Leverage& l) {
    TextTable table{{"sessions", l.index.symbol, "naive", "exact", "closed form", l.fund.symbol,
                     "compounding", "residual"},
                    {}};
    for (const LeverageStretch& s : l.curve)
        table.rows.push_back({std::to_string(s.sessions), percentText(s.theory.index),
                              percentText(s.theory.naive), percentText(s.theory.exact),
                              percentText(s.theory.closedForm), percentText(s.actual),
                              pointsText(s.theory.compounding()), pointsText(s.residual())});
    return table;
}

void addWindow(TextTable& table, const Symbol& symbol, const HoldingWindow& w) {
    table.rows.push_back({symbol, std::to_string(w.sessions), groupedCount(static_cast<long long>(w.windows)),
                          percentText(w.low5), percentText(w.low25), percentText(w.median),
                          percentText(w.high75), percentText(w.high95),
                          groupedNumber(w.lost * 100, 0) + (std::isnan(w.lost) ? "" : " %")});
}

TextTable holdingTable(const Leverage& l) {
    TextTable table{{"held", "sessions", "windows", "5 %", "25 %", "median", "75 %", "95 %", "lost"}, {}};
    for (const HoldingWindow& window : l.indexWindows)
        addWindow(table, l.index.symbol, window);
    for (const HoldingWindow& window : l.fundWindows)
        addWindow(table, l.fund.symbol, window);
    return table;
}

TextTable shockTableOf(const Leverage& l) {
    TextTable table{{"in one day", timesText(l.params.times) + "×", timesText(-l.params.times) + "×",
                     fmt::format("{} − {}", l.index.symbol, l.params.large)},
                    {}};
    for (const Shock& shock : l.shocks)
        table.rows.push_back({l.index.symbol + " " + percentText(shock.index), percentText(shock.fund),
                              percentText(shock.inverse), pointsText(shock.pair)});
    return table;
}

} // namespace

std::string leverageText(const Leverage& l, bool isDemo) {
    std::string text = heading(l, isDemo) + "\n" + alignedText(partsTable(l), {2});
    text += compoundingSentence(l) + "\n" + alignedText(curveTable(l));
    for (const std::string& warning : leverageWarnings(l))
        text += warning + "\n";
    text += "\n" + alignedText(holdingTable(l)) + "Windows overlap.\n";
    return text + "\n" + alignedText(shockTableOf(l)) +
           "The large leg moves by its beta on the index over 252 sessions.\n";
}

} // namespace rotascope
