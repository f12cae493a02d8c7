#include "core/analysis/flows/fund_input.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr std::size_t kFewestRatios = 3;
constexpr std::size_t kRatiosLookedAt = 250; ///< the latest ones tell a unit
constexpr double kUnitTolerance = 0.1;
constexpr std::array<int, 2> kUnits{1'000, 1'000'000};

SeriesView valuesOf(const MarketView& view, const Symbol& symbol, Field field, Cadence cadence) {
    const auto values = view.values(symbol, field, cadence);
    return values ? *values : SeriesView{};
}

FlowColumn asGiven(const SeriesView& flows) {
    return {{flows.dates.begin(), flows.dates.end()}, {}, {flows.values.begin(), flows.values.end()}};
}

/// One value per week. Where two are of one week the later stands; what ends on another week day than the
/// others is told, unless a holiday moved it to the session before.
FlowColumn oneAWeek(FlowColumn column, std::chrono::weekday weekEnd, FlowIrregularities& odd) {
    FlowColumn out;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const Date end = weekEndOn(column.dates[i], weekEnd);
        if (sessionsBetween(column.dates[i], end) > 0)
            odd.oddWeekEnds.push_back(column.dates[i]);
        if (!out.empty() && weekEndOn(out.dates.back(), weekEnd) == end) {
            odd.duplicateWeeks.push_back(out.dates.back());
            out.dates.pop_back();
            out.usd.pop_back();
            if (!out.since.empty())
                out.since.pop_back();
        }
        out.dates.push_back(column.dates[i]);
        out.usd.push_back(column.usd[i]);
        if (!column.since.empty())
            out.since.push_back(column.since[i]);
    }
    return out;
}

/// Adds what a source derived, as days or as weeks.
void take(FundInput& input, DerivedFlows derived, FlowSource source, bool byWeek, FlowIrregularities& odd) {
    odd.refused.insert(odd.refused.end(), derived.refused.begin(), derived.refused.end());
    odd.withoutPrice += derived.withoutPrice;
    auto& columns = byWeek ? input.weekly : input.daily;
    columns[indexOf(source)] = std::move(derived.flows);
    if (source == FlowSource::Shares)
        input.assets = std::move(derived.assets);
}

/// The daily series of a field, and without one the weekly.
struct Found {
    SeriesView values;
    bool weekly = false;
};
Found dailyElseWeekly(const MarketView& view, const Symbol& symbol, Field field) {
    const SeriesView daily = valuesOf(view, symbol, field, Cadence::Daily);
    if (!daily.empty())
        return {daily, false};
    return {valuesOf(view, symbol, field, Cadence::Weekly), true};
}

std::size_t firstOnOrAfter(const std::vector<Date>& dates, Date date, std::size_t from) {
    const auto begin = dates.begin() + static_cast<std::ptrdiff_t>(from);
    return static_cast<std::size_t>(std::lower_bound(begin, dates.end(), date) - dates.begin());
}

std::size_t firstLookedAt(std::size_t size) {
    return size > kRatiosLookedAt ? size - kRatiosLookedAt : 0;
}

/// Assets as given over shares · NAV of the same dates.
std::vector<double> assetRatios(const FundInput& input) {
    std::vector<double> ratios;
    std::size_t at = 0;
    for (std::size_t i = firstLookedAt(input.aum.size()); i < input.aum.size(); ++i) {
        at = firstOnOrAfter(input.assets.dates, input.aum.dates[i], at);
        if (at < input.assets.dates.size() && input.assets.dates[at] == input.aum.dates[i])
            ratios.push_back(input.aum.values[i] / input.assets.usd[at]);
    }
    return ratios;
}

/// Flows solved from assets over flows as given, of the same dates.
std::vector<double> flowRatios(const FlowColumn& solved, const FlowColumn& given) {
    std::vector<double> ratios;
    std::size_t at = 0;
    for (std::size_t i = firstLookedAt(solved.size()); i < solved.size(); ++i) {
        at = firstOnOrAfter(given.dates, solved.dates[i], at);
        if (at < given.size() && given.dates[at] == solved.dates[i] && given.usd[at] != 0)
            ratios.push_back(solved.usd[i] / given.usd[at]);
    }
    return ratios;
}

void judgeUnit(FundInput& input, FlowIrregularities& odd) {
    const std::size_t assets = indexOf(FlowSource::Assets);
    const std::size_t reported = indexOf(FlowSource::Reported);
    UnitFactor unit = unitFactorOf(assetRatios(input));
    if (unit.factor == 1)
        unit = unitFactorOf(flowRatios(input.daily[assets], input.daily[reported]));
    if (unit.factor == 1)
        unit = unitFactorOf(flowRatios(input.weekly[assets], input.weekly[reported]));
    odd.aumUnit = unit;
    input.aumIsUsable = unit.factor == 1;
    if (!input.aumIsUsable)
        input.daily[assets] = input.weekly[assets] = {};
}

} // namespace

UnitFactor unitFactorOf(std::vector<double> ratios) {
    std::erase_if(ratios, [](double ratio) { return !std::isfinite(ratio) || ratio <= 0; });
    if (ratios.size() < kFewestRatios)
        return {};
    const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), middle, ratios.end());
    for (const int unit : kUnits) {
        if (std::abs(*middle / unit - 1) < kUnitTolerance)
            return {unit, 1};
        if (std::abs(*middle * unit - 1) < kUnitTolerance)
            return {unit, -1};
    }
    return {};
}

bool FundInput::hasFlows() const {
    const auto any = [](const auto& columns) {
        return std::any_of(columns.begin(), columns.end(), [](const FlowColumn& c) { return !c.empty(); });
    };
    return any(daily) || any(weekly);
}

WeekCalendar FundInput::ownCalendar() const {
    Date first = Date::max();
    Date last = Date::min();
    for (const auto* columns : {&daily, &weekly})
        for (const FlowColumn& column : *columns) {
            if (column.empty())
                continue;
            first = std::min(first, column.dates.front());
            last = std::max(last, column.dates.back());
        }
    return {first, last, weekEnd};
}

FundInput fundInput(const MarketView& view, const Symbol& symbol, std::chrono::weekday usualEnd,
                    FlowIrregularities& odd) {
    FundInput input;
    input.nav = valuesOf(view, symbol, Field::Nav, Cadence::Daily);
    input.close = valuesOf(view, symbol, Field::Close, Cadence::Daily);
    const FundPrice price(input.nav, input.close);
    const SeriesView weeklyFlows = valuesOf(view, symbol, Field::Flow, Cadence::Weekly);
    input.weekEnd = usualWeekEnd(weeklyFlows.dates, usualEnd);
    const std::size_t reported = indexOf(FlowSource::Reported);
    input.daily[reported] = asGiven(valuesOf(view, symbol, Field::Flow, Cadence::Daily));
    input.weekly[reported] = oneAWeek(asGiven(weeklyFlows), input.weekEnd, odd);
    const Found shares = dailyElseWeekly(view, symbol, Field::Shares);
    take(input, flowsFromShares(shares.values, price), FlowSource::Shares, shares.weekly, odd);
    const Found aum = dailyElseWeekly(view, symbol, Field::Aum);
    input.aum = aum.values;
    take(input, flowsFromAssets(aum.values, price), FlowSource::Assets, aum.weekly, odd);
    judgeUnit(input, odd);
    return input;
}

std::optional<DateRange> flowRange(const MarketView& view, const Symbol& symbol) {
    std::optional<DateRange> range;
    for (const Field field : {Field::Flow, Field::Shares, Field::Aum})
        for (const Cadence cadence : {Cadence::Daily, Cadence::Weekly}) {
            const SeriesView values = valuesOf(view, symbol, field, cadence);
            if (values.empty())
                continue;
            const DateRange own{values.dates.front(), values.dates.back()};
            range =
                range ? DateRange{std::min(range->first, own.first), std::max(range->last, own.last)} : own;
        }
    return range;
}

} // namespace rotascope
