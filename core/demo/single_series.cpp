#include "core/demo/single_series.h"

#include "core/demo/demo_facts.h"
#include "core/demo/elementary.h"
#include "core/demo/random.h"
#include "core/market/trading_calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace rotascope {

namespace {

constexpr int kDecimals = 2;

/// A bond series in log levels, led through its pins.
struct BondSeries {
    std::string_view symbol;
    Date first;
    double dailyPercent; ///< σ of a day's relative change
    double market;       ///< how many percent it changes when the large caps rise by one
    double floor;
};

// ★ Series of the bond market.
constexpr std::array kBondSeries{
    BondSeries{"DGS10", kDemoFirst, 1.25, 0.25, 0.30},
    BondSeries{"DGS2", kDemoFirst, 1.30, 0.30, 0.05},
    BondSeries{"HYOAS", demoDate(1996, 12, 31), 1.10, -0.75, 1.50},
};

constexpr Date kFirstVix = demoDate(1990, 1, 2);
constexpr Date kFirstPutCall = demoDate(2006, 11, 1);

InstrumentData singleValues(std::string_view symbol, std::vector<Date> dates, std::vector<double> values) {
    InstrumentData data{describeSymbol(symbol), {}, {}};
    data.series.push_back(
        {Field::Value, Cadence::Daily, Availability::SameDay, std::move(dates), std::move(values)});
    return data;
}

std::vector<Date> bondSessions(Date first) {
    std::vector<Date> dates;
    for (Date date = first; date <= kDemoLastYield; date += std::chrono::days{1})
        if (isBondSession(date))
            dates.push_back(date);
    return dates;
}

/// The large caps' return of `date`, 0 where only bonds traded.
double marketReturn(const MarketModel& model, Date date) {
    const auto it = std::lower_bound(model.sessions.begin(), model.sessions.end(), date);
    if (it == model.sessions.end() || *it != date)
        return 0;
    return model.large[static_cast<std::size_t>(it - model.sessions.begin())];
}

InstrumentData bondSeries(const BondSeries& row, const MarketModel& model) {
    std::vector<Date> dates = bondSessions(row.first);
    const std::vector<Pin> pins = logPins(row.symbol, dates);
    ClusteredNoise common(row.symbol.starts_with("DGS") ? "yields" : row.symbol);
    ClusteredNoise own(std::string(row.symbol) + " own");
    std::vector<double> steps(dates.size());
    std::vector<double> weights(dates.size(), 1);
    for (std::size_t i = 1; i < dates.size(); ++i) {
        const double noise = 0.85 * common.next().value + 0.5 * own.next().value;
        steps[i] = row.dailyPercent / 100 * noise + row.market * marketReturn(model, dates[i]);
    }
    std::vector<double> values = bridgedPath(pins.front().level, steps, weights, pins);
    for (double& value : values)
        value = std::max(row.floor, roundedTo(portableExp(value), kDecimals));
    return singleValues(row.symbol, std::move(dates), std::move(values));
}

/// Volatility of the last weeks (λ = 0.94), pulled to its long-run level, with a premium and a mood of its
/// own.
InstrumentData volatilityIndex(const MarketModel& model) {
    Drifting mood("VIX", 0.93);
    std::vector<Date> dates;
    std::vector<double> values;
    double variance = 0.0001;
    for (std::size_t i = 1; i < model.sessions.size(); ++i) {
        variance = 0.94 * variance + 0.06 * model.large[i] * model.large[i];
        const double level = 100 * std::sqrt(252 * (0.75 * variance + 0.25 * 0.0001));
        // The index jumps with a falling market before volatility is realised.
        const double value = 1.15 * level * portableExp(0.08 * mood.next() - 2.5 * model.large[i]);
        if (model.sessions[i] < kFirstVix)
            continue;
        dates.push_back(model.sessions[i]);
        values.push_back(std::max(8.5, roundedTo(value, kDecimals)));
    }
    return singleValues("VIX", std::move(dates), std::move(values));
}

InstrumentData putCall(const MarketModel& model) {
    Drifting mood("PUTCALL", 0.9);
    Random random("PUTCALL daily");
    std::vector<Date> dates;
    std::vector<double> values;
    for (std::size_t i = 5; i < model.sessions.size(); ++i) {
        if (model.sessions[i] < kFirstPutCall)
            continue;
        const double fear = -3.5 * model.large[i] - 1.2 * (model.large[i - 1] + model.large[i - 2]);
        const double value = 0.93 * portableExp(fear + 0.09 * mood.next() + 0.07 * random.normal());
        dates.push_back(model.sessions[i]);
        values.push_back(roundedTo(value, kDecimals));
    }
    return singleValues("PUTCALL", std::move(dates), std::move(values));
}

} // namespace

std::vector<InstrumentData> demoSingleSeries(const MarketModel& model) {
    std::vector<InstrumentData> all;
    for (const BondSeries& row : kBondSeries)
        all.push_back(bondSeries(row, model));
    all.push_back(volatilityIndex(model));
    all.push_back(putCall(model));
    return all;
}

} // namespace rotascope
