// Funds made up for tests of flows: share counts, NAV, assets and flows on sessions.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/market/trading_calendar.h"
#include "tests/support/invented_market.h"

#include <cmath>
#include <functional>

namespace rotascope::test {

inline Date day(std::string_view iso) {
    return *parseIsoDate(iso);
}

inline Series seriesOf(Field field, Cadence cadence, std::vector<Date> dates, std::vector<double> values) {
    return {field, cadence, usualAvailability(field, cadence), std::move(dates), std::move(values)};
}

inline InstrumentData fundOf(std::string_view symbol, std::vector<Series> series) {
    InstrumentData data;
    data.instrument = describeSymbol(symbol);
    data.series = std::move(series);
    return data;
}

/// A fund with one flow a session, `usd(i)` on the i-th.
inline InstrumentData reportedFund(std::string_view symbol, const std::vector<Date>& sessions,
                                   const std::function<double(std::size_t)>& usd) {
    std::vector<double> values;
    for (std::size_t i = 0; i < sessions.size(); ++i)
        values.push_back(usd(i));
    return fundOf(symbol, {seriesOf(Field::Flow, Cadence::Daily, sessions, values)});
}

/// One flow a week, dated on its Friday.
inline InstrumentData weeklyFund(std::string_view symbol, Date firstFriday, const std::vector<double>& usd) {
    std::vector<Date> dates;
    for (std::size_t i = 0; i < usd.size(); ++i)
        dates.push_back(firstFriday + std::chrono::days{7 * static_cast<int>(i)});
    return fundOf(symbol, {seriesOf(Field::Flow, Cadence::Weekly, dates, usd)});
}

/// The week that holds a date.
inline FlowParams weekOf(std::string_view iso) {
    FlowParams params;
    params.week = day(iso);
    return params;
}

inline FlowParams onlyFund(std::string_view symbol) {
    FlowParams params;
    params.funds = {Symbol(symbol)};
    return params;
}

inline Flows flowsOf(std::vector<InstrumentData> funds, const FlowParams& params = {}) {
    const auto flows = analyseFlows(MarketView::latest(marketOf(std::move(funds))), params);
    return flows ? *flows : Flows{};
}

inline bool same(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

} // namespace rotascope::test
