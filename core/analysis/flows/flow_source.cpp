#include "core/analysis/flows/flow_source.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// A count, or assets, with the price of its date.
struct Known {
    double value = kNone;
    double price = kNone;
    Date date;
};

/// A gap longer than 89 years counts as one of 89 years.
std::int16_t daysBetween(Date since, Date date) {
    return static_cast<std::int16_t>(
        std::min<std::int64_t>((date - since).count(), std::numeric_limits<std::int16_t>::max()));
}

/// Walks over the values of one field; `flowOf` makes USD of two in a row.
template <class FlowOf>
DerivedFlows derived(const SeriesView& values, FundPrice& price, FlowSource source, FlowOf flowOf) {
    DerivedFlows out;
    out.flows.reserve(values.size());
    Known before;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Date date = values.dates[i];
        if (!(values.values[i] > 0)) {
            out.refused.push_back(date);
            continue;
        }
        const Known now{values.values[i], price.on(date), date};
        const double flow = flowOf(before, now);
        if (std::isfinite(flow))
            out.flows.push_back({flow, dayNumber(date), daysBetween(before.date, date), source});
        else if (!std::isnan(before.value))
            out.withoutPrice.push_back(date);
        if (source == FlowSource::Shares && now.price > 0) {
            out.assets.dates.push_back(date);
            out.assets.usd.push_back(now.value * now.price);
        }
        before = now;
    }
    return out;
}

} // namespace

std::array<FlowSource, kFlowSources> sourceOrder(FlowSource preferred) {
    std::array<FlowSource, kFlowSources> order{preferred};
    std::size_t next = 1;
    for (const FlowSourceInfo& row : kFlowSourceRows)
        if (row.source != preferred)
            order[next++] = row.source;
    return order;
}

std::size_t firstAfter(const DayFlows& flows, Date date) {
    const auto at = std::upper_bound(flows.begin(), flows.end(), date,
                                     [](Date day, const DayFlow& flow) { return day < flow.date(); });
    return static_cast<std::size_t>(at - flows.begin());
}

double LastValue::on(Date date) {
    if (m_series.empty())
        return kNone;
    while (m_at + 1 < m_series.size() && m_series.dates[m_at + 1] <= date)
        ++m_at;
    if (m_series.dates[m_at] > date || date - m_series.dates[m_at] > m_oldest)
        return kNone;
    return m_series.values[m_at];
}

double FundPrice::on(Date date) {
    const double nav = m_nav.on(date);
    const double close = m_close.on(date);
    if (nav > 0)
        return nav;
    return close > 0 ? close : kNone;
}

// The price is the one of the day before, so it is known whenever the count before was.
DerivedFlows flowsFromShares(const SeriesView& shares, FundPrice price) {
    return derived(shares, price, FlowSource::Shares, [](const Known& before, const Known& now) {
        return (now.value - before.value) * before.price;
    });
}

DerivedFlows flowsFromAssets(const SeriesView& aum, FundPrice price) {
    return derived(aum, price, FlowSource::Assets, [](const Known& before, const Known& now) {
        return now.value - before.value * (now.price / before.price);
    });
}

} // namespace rotascope
