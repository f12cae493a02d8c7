#include "core/rules/language.h"

#include "core/rules/expression.h"
#include "core/rules/rule_functions.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

constexpr std::string_view kGrammar = R"(A rule is a condition:
  condition   and, or, not, parentheses
  comparison  value > value   also >= < <= = !=
  crossing    value crosses above value, value crosses below value
  lasting     condition for 3 of 5 sessions, condition for 3 sessions
  value       number with unit, series, function, + - * /, parentheses
  series      RUT, "BRK-B", volume(IWM), ratio(KRE, SPY), flow(IWM, week)
  flag        "Fed cut": a yes/no series noted by hand
  date        2025-11-28

Units
  3% 3pp      returns, and differences of returns
  25bp 0.25pp changes of series in percent: chg(DGS10, 2) > 25bp
  4.5%        levels of series in percent
  3σ          z, also written 3 sigma
  2bn USD     flows and amounts: USD, k, m, bn
  2500        prices, index levels, ratios, counts
  5 sessions  since, streak
Unlike units are an error. Zero needs no unit.
)";

constexpr std::string_view kMeaning = R"(
A rule is evaluated on the sessions of the pair. Functions look back over their series' own observations; on a
session without one the last serves for 5 days, then the value is unknown. Unknown never fires. Values within
1e-9 of the threshold are equal to it.

Examples
  ret(RUT, 5) - ret(SPX, 5) > 3pp
  wret(RUT) >= 10%
  chg(DGS10, 2) > 25bp or ret(IWM, 5) - ret(SPY, 5) < -3pp
  ratio(KRE, SPY) < low_n(ratio(KRE, SPY), 63)
  RUT crosses above sma(RUT, 200) and "earnings upgrades"
  rank(flow(IWM, week), year) <= 3
  z(ret(RUT, 5) - ret(SPX, 5)) > 3σ for 2 of 5 sessions
)";

} // namespace

std::string ruleLanguageHelp() {
    std::string text(kGrammar);
    text += "\nFunctions (S a series, n a number of observations, X and Y values)\n";
    for (const RuleFunction& row : ruleFunctions())
        text += fmt::format("  {:<15} {}\n", row.signature, row.help);
    return text + std::string(kMeaning);
}

} // namespace rotascope
