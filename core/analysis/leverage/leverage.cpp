#include "core/analysis/leverage/leverage.h"

#include "core/analysis/leverage/leverage_wording.h"
#include "core/analysis/pair_series.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/indicators/realised_volatility.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostTimes = 10;
constexpr std::size_t kBetaReturns = 252;

/// The two series, and the sessions they share.
struct Legs {
    PricedCloses fund;
    PricedCloses index;
    PairSeries common; ///< small: the fund, large: the index

    std::size_t indexAt(Date date) const { return at(index.closes, date); }
    static std::size_t at(const SeriesView& series, Date date) {
        return static_cast<std::size_t>(std::lower_bound(series.dates.begin(), series.dates.end(), date) -
                                        series.dates.begin());
    }
};

Result<void> checked(const LeverageParams& params) {
    if (params.times == 0 || !(std::abs(params.times) <= kMostTimes))
        return usageError("bad_times",
                          fmt::format("A leverage of {} is no fund's; write 3, −3, 2 … (not 0, at "
                                      "most ±{}).",
                                      shortestNumber(params.times), kMostTimes));
    if (params.fund == params.index)
        return usageError("same_leg",
                          fmt::format("{} cannot be its own index; name the index it follows.", params.fund));
    return {};
}

Result<Legs> legsOf(const MarketView& view, const LeverageParams& params) {
    const auto fund = pricedCloses(view, params.fund, params.prices);
    if (!fund)
        return Failure(fund.error());
    const bool isIndex =
        view.instrument(params.index) && view.instrument(params.index)->kind == InstrumentKind::Index;
    const auto index = pricedCloses(view, params.index, isIndex ? PriceChoice::Close : params.prices);
    if (!index)
        return Failure(index.error());
    Legs legs{*fund, *index, commonSessions(fund->closes, index->closes)};
    if (legs.common.dates.empty())
        return refused("no_common_session",
                       fmt::format("{} ({} to {}) and {} ({} to {}) share no session.", params.fund,
                                   isoText(fund->closes.dates.front()), isoText(fund->closes.dates.back()),
                                   params.index, isoText(index->closes.dates.front()),
                                   isoText(index->closes.dates.back())));
    return legs;
}

/// The last common session on or before a date.
std::optional<std::size_t> lastOnOrBefore(const PairSeries& common, Date date) {
    const auto after = std::upper_bound(common.dates.begin(), common.dates.end(), date);
    if (after == common.dates.begin())
        return std::nullopt;
    return static_cast<std::size_t>(after - common.dates.begin()) - 1;
}

/// Position of the base among the common sessions.
Result<std::size_t> baseOf(const PairSeries& common, const LeverageParams& params) {
    const Date yearEnd = *makeDate(yearOf(common.dates.back()) - 1, 12, 31);
    const auto base = lastOnOrBefore(common, params.from.value_or(yearEnd));
    if (!base && params.from)
        return refused("too_early",
                       fmt::format("{} and {} share sessions from {} on; --from {} is before that.",
                                   params.fund, params.index, isoText(common.dates.front()),
                                   isoText(*params.from)));
    const std::size_t at = base.value_or(0);
    if (at + 1 >= common.size())
        return refused("too_short",
                       fmt::format("No session of {} and {} follows {}; choose an earlier --from.",
                                   params.fund, params.index, isoText(common.dates[at])));
    return at;
}

/// From a common session to the last one, over the index's own sessions.
LeverageStretch stretchFrom(const Legs& legs, std::size_t base, double times) {
    const std::size_t first = legs.indexAt(legs.common.dates[base]);
    const std::size_t last = legs.indexAt(legs.common.dates.back());
    LeverageStretch out;
    out.sessions = last - first;
    out.base = legs.common.dates[base];
    out.theory = dailyReset(legs.index.closes.values.subspan(first, last - first + 1), times);
    out.actual = simpleReturn(legs.common.small[base], legs.common.small.back());
    return out;
}

std::vector<LeverageStretch> curveOf(const Legs& legs, double times) {
    std::vector<LeverageStretch> out;
    for (const std::size_t sessions : kLeverageHorizons)
        if (legs.common.size() > sessions)
            out.push_back(stretchFrom(legs, legs.common.size() - 1 - sessions, times));
    return out;
}

/// How many sessions of `series` lie inside the stretch.
std::size_t sessionsInside(const SeriesView& series, Date base, Date last) {
    const auto first = std::upper_bound(series.dates.begin(), series.dates.end(), base);
    return static_cast<std::size_t>(std::upper_bound(first, series.dates.end(), last) - first);
}

void countMissing(Leverage& out, const Legs& legs, std::size_t base) {
    const Date first = legs.common.dates[base];
    const std::size_t shared = legs.common.size() - 1 - base;
    out.indexOnly = sessionsInside(legs.index.closes, first, out.asOf) - shared;
    out.fundOnly = sessionsInside(legs.fund.closes, first, out.asOf) - shared;
}

std::optional<OddDay> oddDayOf(const PairSeries& common, std::size_t base, double times) {
    std::optional<OddDay> odd;
    double furthest = kOddDay;
    for (std::size_t i = base + 1; i < common.size(); ++i) {
        const double fund = simpleReturn(common.small[i - 1], common.small[i]);
        const double owed = times * simpleReturn(common.large[i - 1], common.large[i]);
        if (!(std::abs(fund - owed) > furthest))
            continue;
        furthest = std::abs(fund - owed);
        odd = OddDay{common.dates[i], fund, owed};
    }
    return odd;
}

/// Beta of the large leg on the index; NaN where the desk holds too little of it.
double largeOnIndex(const MarketView& view, const LeverageParams& params) {
    const auto pair = alignPair(view, params.large, params.index);
    if (!pair)
        return kNaN;
    return rollingRegression(simpleReturns(pair->small, 1), simpleReturns(pair->large, 1), kBetaReturns)
        .beta.back();
}

void addWindows(Leverage& out, const Legs& legs) {
    for (std::size_t i = 0; i < kIndexWindows.size(); ++i)
        out.indexWindows[i] = holdingWindow(legs.index.closes.values, kIndexWindows[i]);
    for (std::size_t i = 0; i < kFundWindows.size(); ++i)
        out.fundWindows[i] = holdingWindow(legs.fund.closes.values, kFundWindows[i]);
}

} // namespace

std::string Leverage::basesText() const {
    if (basesMatch())
        return "matched";
    return fmt::format("mixed: {} {}, {} {}", fund.symbol, nameOf(fundBasis), index.symbol,
                       nameOf(indexBasis));
}

std::string Leverage::oddDayText() const {
    if (!oddDay)
        return {};
    return fmt::format(
        "{} made {} on {} where its index times {} made {}: a split that this desk was not told "
        "of, or closes of two kinds.",
        fund.symbol, percentText(oddDay->fund), dayMonthYear(oddDay->date), timesText(params.times),
        percentText(oddDay->index));
}

std::string Leverage::holdingWarning(std::size_t sessions) const {
    if (std::isnan(volatility))
        return {};
    const double move = volatility * std::sqrt(static_cast<double>(sessions) / kSessionsPerYear);
    return fmt::format(
        "At {}'s volatility of {} % a year, swings alone cost {}× leverage {} % over {} sessions; a "
        "move of the index beyond ±{} % makes up for it.",
        index.symbol, groupedNumber(volatility * 100, 1), timesText(params.times),
        groupedNumber(volatilityDrag(params.times, volatility, sessions) * 100, 1), sessions,
        groupedNumber(move * 100, 1));
}

Result<Leverage> analyseLeverage(const MarketView& view, const LeverageParams& params) {
    if (const auto valid = checked(params); !valid)
        return Failure(valid.error());
    const auto legs = legsOf(view, params);
    if (!legs)
        return Failure(legs.error());
    const auto base = baseOf(legs->common, params);
    if (!base)
        return Failure(base.error());
    Leverage out;
    out.params = params;
    out.fund = *view.instrument(params.fund);
    out.index = *view.instrument(params.index);
    out.fundBasis = legs->fund.basis;
    out.indexBasis = legs->index.basis;
    out.asOf = legs->common.dates.back();
    out.stretch = stretchFrom(*legs, *base, params.times);
    out.curve = curveOf(*legs, params.times);
    countMissing(out, *legs, *base);
    out.oddDay = oddDayOf(legs->common, *base, params.times);
    out.volatility = realisedVolatility(legs->index.closes.values, kLeverageVolatility).back();
    addWindows(out, *legs);
    out.shocks = shockTable(params.times, largeOnIndex(view, params));
    return out;
}

} // namespace rotascope
