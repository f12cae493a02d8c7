// Rules on invented markets.
#pragma once

#include "core/market/trading_calendar.h"
#include "core/rules/ledger.h"
#include "core/rules/playbook_reading.h"
#include "tests/support/invented_market.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rotascope::test {

/// The desk of most tests: the invented pair, a yield on fewer days, a fund with bars and flows.
inline std::vector<InstrumentData> ruleMarket(std::size_t sessions = 1500) {
    std::vector<InstrumentData> out = inventedPair(sessions);
    InventedShocks shocks(11);
    InstrumentData yield;
    yield.instrument = describeSymbol("DGS10");
    Series values;
    values.field = Field::Value;
    double level = 4;
    const std::vector<Date> dates = weekdays(*makeDate(1990, 1, 1), sessions);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        level += 0.1 * shocks.next();
        if (i % 23 != 7) {
            values.dates.push_back(dates[i]);
            values.values.push_back(level);
        }
    }
    yield.series.push_back(std::move(values));
    out.push_back(std::move(yield));

    std::vector<double> closes;
    double price = 50;
    for (std::size_t i = 0; i < dates.size(); ++i)
        closes.push_back(price *= 1 + 0.02 * shocks.next());
    InstrumentData fund = instrumentOf("IWM", dates, closes);
    for (const Field field : {Field::Open, Field::High, Field::Low, Field::Volume}) {
        auto& column = fund.daily.columns[indexOf(field)];
        for (const double close : closes)
            column.push_back(field == Field::High     ? close * 1.01
                             : field == Field::Low    ? close * 0.98
                             : field == Field::Volume ? 1e6 * (1 + shocks.next())
                                                      : close);
    }
    Series flows;
    flows.field = Field::Flow;
    flows.availability = Availability::NextSession;
    for (const Date date : nyseSessions(dates.front(), dates.back())) {
        flows.dates.push_back(date);
        flows.values.push_back(1e8 * shocks.next());
    }
    fund.series.push_back(std::move(flows));
    out.push_back(std::move(fund));
    return out;
}

inline Rule ruleNamedOf(std::string name, std::string expression) {
    Rule rule;
    rule.name = std::move(name);
    rule.expression = std::move(expression);
    return rule;
}

/// One rule on the whole of a market, or as of a date.
inline RuleReading readOne(const std::shared_ptr<const Market>& market, const Rule& rule,
                           std::optional<Date> asOf = {}, std::vector<Flag> flags = {}) {
    const MarketView view = asOf ? MarketView::asOf(market, *asOf) : MarketView::latest(market);
    const auto reading = readPlaybook(view, Playbook{"", {rule}, std::move(flags), {}}, {});
    if (reading)
        return reading->rules.front();
    RuleReading failed;
    failed.error = reading.error();
    return failed;
}

inline RuleReading readOne(const std::shared_ptr<const Market>& market, const std::string& expression,
                           std::optional<Date> asOf = {}) {
    return readOne(market, ruleNamedOf("rule", expression), asOf);
}

} // namespace rotascope::test
