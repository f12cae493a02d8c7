#include "core/analysis/flows/fund_input.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr std::size_t kFewestRatios = 3;
constexpr std::size_t kRatiosLookedAt = 250; ///< the latest ones tell a unit
constexpr days kApart{5};                    ///< values of neighbouring weeks, also around a holiday
constexpr days kTwoWeeks{14};                ///< further apart, and a week lies between
constexpr double kUnitTolerance = 0.1;
constexpr std::array<int, 2> kUnits{1'000, 1'000'000};

SeriesView valuesOf(const MarketView& view, const Symbol& symbol, Field field, Cadence cadence) {
    const auto values = view.values(symbol, field, cadence);
    return values ? *values : SeriesView{};
}

DayFlows asGiven(const SeriesView& flows) {
    DayFlows out;
    out.reserve(flows.size());
    for (std::size_t i = 0; i < flows.size(); ++i)
        out.push_back({flows.values[i], dayNumber(flows.dates[i])});
    return out;
}

/// One value per week. Where two are of one week the later stands; what ends on another week day than the
/// others is told, unless a holiday moved it to the session before.
DayFlows oneAWeek(const DayFlows& flows, std::chrono::weekday weekEnd, FlowIrregularities& odd) {
    DayFlows out;
    for (const DayFlow& flow : flows) {
        const Date end = weekEndOn(flow.date(), weekEnd);
        if (sessionsBetween(flow.date(), end) > 0)
            odd.oddWeekEnds.push_back(flow.date());
        if (!out.empty() && weekEndOn(out.back().date(), weekEnd) == end) {
            odd.duplicateWeeks.push_back(out.back().date());
            out.pop_back();
        }
        out.push_back(flow);
    }
    return out;
}

/// Whether no other value of the series lies within a few days.
bool standsAlone(std::span<const Date> dates, std::size_t i) {
    return (i == 0 || dates[i] - dates[i - 1] >= kApart) &&
           (i + 1 == dates.size() || dates[i + 1] - dates[i] >= kApart);
}

/// Whether a value of a series of days is the figure of a week that came without saying so: alone in its
/// week, on the week's last session, and no week beside it has days either.
bool isOfAWeek(std::span<const Date> dates, std::size_t i, std::chrono::weekday weekEnd) {
    if (!standsAlone(dates, i))
        return false;
    const bool afterDays = i > 0 && dates[i] - dates[i - 1] < kTwoWeeks && !standsAlone(dates, i - 1);
    const bool beforeDays =
        i + 1 < dates.size() && dates[i + 1] - dates[i] < kTwoWeeks && !standsAlone(dates, i + 1);
    return !afterDays && !beforeDays && sessionsBetween(dates[i], weekEndOn(dates[i], weekEnd)) == 0;
}

/// Flows as given, by day and by week.
void takeGiven(FundInput& input, const MarketView& view, const Symbol& symbol, std::chrono::weekday usualEnd,
               FlowIrregularities& odd) {
    const std::size_t reported = indexOf(FlowSource::Reported);
    const SeriesView weekly = valuesOf(view, symbol, Field::Flow, Cadence::Weekly);
    const SeriesView daily = valuesOf(view, symbol, Field::Flow, Cadence::Daily);
    input.weekEnd = usualWeekEnd(weekly.dates, usualEnd);
    DayFlows weeks = asGiven(weekly);
    DayFlows& byDay = input.daily[reported];
    byDay.reserve(daily.size());
    for (std::size_t i = 0; i < daily.size(); ++i)
        (isOfAWeek(daily.dates, i, input.weekEnd) ? weeks : byDay)
            .push_back({daily.values[i], dayNumber(daily.dates[i])});
    std::ranges::stable_sort(weeks, {}, &DayFlow::day);
    input.weekly[reported] = oneAWeek(weeks, input.weekEnd, odd);
}

/// Adds what a source derived, as days or as weeks.
void take(FundInput& input, DerivedFlows derived, FlowSource source, bool byWeek, FlowIrregularities& odd) {
    odd.refused.insert(odd.refused.end(), derived.refused.begin(), derived.refused.end());
    odd.withoutPrice.insert(odd.withoutPrice.end(), derived.withoutPrice.begin(), derived.withoutPrice.end());
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
std::vector<double> flowRatios(const DayFlows& solved, const DayFlows& given) {
    std::vector<double> ratios;
    const std::size_t first = firstLookedAt(solved.size());
    std::size_t at = solved.empty() ? 0 : firstAfter(given, solved[first].date() - days{1});
    for (std::size_t i = first; i < solved.size(); ++i) {
        while (at < given.size() && given[at].date() < solved[i].date())
            ++at;
        if (at < given.size() && given[at].date() == solved[i].date() && given[at].usd != 0)
            ratios.push_back(solved[i].usd / given[at].usd);
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
        return std::any_of(columns.begin(), columns.end(),
                           [](const DayFlows& flows) { return !flows.empty(); });
    };
    return any(daily) || any(weekly);
}

WeekCalendar FundInput::ownCalendar() const {
    Date first = Date::max();
    Date last = Date::min();
    for (const auto* columns : {&daily, &weekly})
        for (const DayFlows& flows : *columns) {
            if (flows.empty())
                continue;
            first = std::min(first, flows.front().date());
            last = std::max(last, flows.back().date());
        }
    return {first, last, weekEnd};
}

FundInput fundInput(const MarketView& view, const Symbol& symbol, std::chrono::weekday usualEnd,
                    FlowIrregularities& odd) {
    FundInput input;
    input.nav = valuesOf(view, symbol, Field::Nav, Cadence::Daily);
    input.close = valuesOf(view, symbol, Field::Close, Cadence::Daily);
    const FundPrice price(input.nav, input.close);
    takeGiven(input, view, symbol, usualEnd, odd);
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
