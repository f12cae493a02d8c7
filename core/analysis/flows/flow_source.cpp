#include "core/analysis/flows/flow_source.h"

#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

void append(FlowColumn& column, Date date, Date since, double usd) {
    column.dates.push_back(date);
    column.since.push_back(since);
    column.usd.push_back(usd);
}

void reserve(DerivedFlows& out, std::size_t size) {
    out.flows.dates.reserve(size);
    out.flows.since.reserve(size);
    out.flows.usd.reserve(size);
    out.assets.dates.reserve(size);
    out.assets.usd.reserve(size);
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

double LastValue::on(Date date) {
    while (m_at + 1 < m_series.size() && m_series.dates[m_at + 1] <= date)
        ++m_at;
    if (m_series.empty() || m_series.dates[m_at] > date || date - m_series.dates[m_at] > m_oldest)
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
    DerivedFlows out;
    reserve(out, shares.size());
    double countBefore = kNone;
    double priceBefore = kNone;
    Date dateBefore;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Date date = shares.dates[i];
        const double count = shares.values[i];
        if (!(count > 0)) {
            out.refused.push_back(date);
            continue;
        }
        const double now = price.on(date);
        const double flow = (count - countBefore) * priceBefore;
        if (std::isfinite(flow))
            append(out.flows, date, dateBefore, flow);
        else if (i > 0)
            ++out.withoutPrice;
        if (now > 0) {
            out.assets.dates.push_back(date);
            out.assets.usd.push_back(count * now);
        }
        countBefore = count;
        priceBefore = now;
        dateBefore = date;
    }
    return out;
}

DerivedFlows flowsFromAssets(const SeriesView& aum, FundPrice price) {
    DerivedFlows out;
    reserve(out, aum.size());
    double assetsBefore = kNone;
    double priceBefore = kNone;
    Date dateBefore;
    for (std::size_t i = 0; i < aum.size(); ++i) {
        const Date date = aum.dates[i];
        const double assets = aum.values[i];
        if (!(assets > 0)) {
            out.refused.push_back(date);
            continue;
        }
        const double now = price.on(date);
        const double flow = assets - assetsBefore * (now / priceBefore);
        if (std::isfinite(flow))
            append(out.flows, date, dateBefore, flow);
        else if (i > 0)
            ++out.withoutPrice;
        assetsBefore = assets;
        priceBefore = now;
        dateBefore = date;
    }
    return out;
}

} // namespace rotascope
