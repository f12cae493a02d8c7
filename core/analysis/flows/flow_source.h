// core/analysis/flows: who pays for the rotation, and how unusual it is. Parameters + MarketView → values.
// May include what core/analysis may. Definitions: "ETF flows" in ARCHITECTURE.md.
//
// Where a fund's flows come from: figures as given, or derived from share counts or from assets.
#pragma once

#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

enum class FlowSource : std::uint8_t {
    Reported, ///< as given, in USD
    Shares,   ///< (shares − shares before) · NAV before
    Assets    ///< AUM − AUM before · (NAV / NAV before)
};

constexpr std::size_t kFlowSources = 3;

struct FlowSourceInfo {
    FlowSource source;
    std::string_view id;    ///< on the command line and in JSON
    std::string_view label; ///< in words
    bool derived;
};

constexpr std::array<FlowSourceInfo, kFlowSources> kFlowSourceRows{{
    {FlowSource::Reported, "reported", "reported", false},
    {FlowSource::Shares, "shares", "derived from shares and NAV", true},
    {FlowSource::Assets, "assets", "derived from assets and price", true},
}};

constexpr std::size_t indexOf(FlowSource source) {
    return static_cast<std::size_t>(source);
}
constexpr const FlowSourceInfo& infoOf(FlowSource source) {
    return kFlowSourceRows[indexOf(source)];
}
/// The source called `id` ("shares"), or nullopt.
constexpr std::optional<FlowSource> flowSourceNamed(std::string_view id) {
    for (const FlowSourceInfo& row : kFlowSourceRows)
        if (row.id == id)
            return row.source;
    return std::nullopt;
}

/// The sources in the order in which they are believed: the preferred one, then the others as listed above.
std::array<FlowSource, kFlowSources> sourceOrder(FlowSource preferred);

/// One flow of one source. It is of the days after since(), up to its own date. Sixteen bytes: a desk has
/// hundreds of thousands of them, and fresh memory costs more than what is computed from them.
struct DayFlow {
    double usd = 0;
    std::int32_t day = 0;  ///< dayNumber() of its date
    std::int16_t span = 1; ///< days that it is the flow of; what is given by day is of its own date alone
    FlowSource source = FlowSource::Reported;
    bool suspect = false; ///< under an open finding

    Date date() const { return dateFromDayNumber(day); }
    Date since() const { return dateFromDayNumber(day - span); }
};
static_assert(sizeof(DayFlow) == 16);

/// Dates ascending.
using DayFlows = std::vector<DayFlow>;

/// The first of the flows dated after `date`, as a position.
std::size_t firstAfter(const DayFlows& flows, Date date);

/// Fund assets in USD, dates ascending.
struct AssetColumn {
    std::vector<Date> dates;
    std::vector<double> usd;
};

/// Values may be this many days old where a price or an asset figure of the very day is missing.
constexpr std::chrono::days kOldestPrice{5};
constexpr std::chrono::days kOldestAssets{10};

/// Looks values up by ascending dates: the one at the last date on or before that is at most `oldest` old;
/// NaN without one.
class LastValue {
public:
    explicit LastValue(const SeriesView& series, std::chrono::days oldest = kOldestPrice)
        : m_series(series)
        , m_oldest(oldest) {}

    double on(Date date);

private:
    SeriesView m_series;
    std::chrono::days m_oldest;
    std::size_t m_at = 0;
};

/// NAV, and where a fund has none of the day its close.
class FundPrice {
public:
    FundPrice(const SeriesView& nav, const SeriesView& close)
        : m_nav(nav)
        , m_close(close) {}

    /// Ascending dates; NaN without a price above zero.
    double on(Date date);

private:
    LastValue m_nav;
    LastValue m_close;
};

struct DerivedFlows {
    DayFlows flows;
    AssetColumn assets;             ///< shares · NAV on each date; only from shares
    std::vector<Date> refused;      ///< counts of zero or less, assets of zero or less: no value
    std::vector<Date> withoutPrice; ///< changes that no NAV and no price above zero could turn into USD
};

DerivedFlows flowsFromShares(const SeriesView& shares, FundPrice price);
DerivedFlows flowsFromAssets(const SeriesView& aum, FundPrice price);

} // namespace rotascope
