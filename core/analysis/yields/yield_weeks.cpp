#include "core/analysis/yields/yield_weeks.h"

#include "core/analysis/flows/flow_weeks.h"
#include "core/analysis/pair_series.h"
#include "core/market/trading_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

struct Values {
    std::vector<Date> dates;
    std::vector<double> values;
};

Values copied(const SeriesView& series) {
    return {{series.dates.begin(), series.dates.end()}, {series.values.begin(), series.values.end()}};
}

Result<Values> valuesOf(const MarketView& view, const YieldInfo& info) {
    const auto first = view.closes(info.symbol);
    if (!first)
        return Failure(first.error());
    if (info.less.empty())
        return copied(*first);
    const auto second = view.closes(info.less);
    if (!second)
        return Failure(second.error());
    const PairSeries both = commonSessions(*first, *second);
    return Values{both.dates, levelSpread(both)};
}

Failure noYields(const MarketView& view) {
    for (const YieldInfo& info : kYields)
        if (const auto closes = view.closes(info.symbol); !closes && closes.error().code == "before_data")
            return Failure(closes.error());
    return refused("no_data", "This desk has no daily Treasury yields. Import DGS10 and DGS2.");
}

int streakAfter(double changeBp, int before) {
    if (std::isnan(changeBp) || changeBp == 0)
        return 0;
    const int sign = changeBp > 0 ? 1 : -1;
    return before * sign > 0 ? before + sign : sign;
}

std::vector<YieldWeek> weeksOf(const Values& values) {
    std::vector<YieldWeek> out;
    for (std::size_t i = 0; i < values.dates.size(); ++i) {
        const Date end = weekEndOn(values.dates[i], std::chrono::Friday);
        if (i + 1 < values.dates.size() && weekEndOn(values.dates[i + 1], std::chrono::Friday) == end)
            continue;
        YieldWeek week{end, values.dates[i], values.values[i], std::numeric_limits<double>::quiet_NaN(), 0};
        if (!out.empty() && out.back().end + std::chrono::days{7} == end)
            week.changeBp = basisPoints(out.back().value, week.value);
        week.streak = streakAfter(week.changeBp, out.empty() ? 0 : out.back().streak);
        out.push_back(week);
    }
    return out;
}

YieldHistory historyOf(const MarketView& view, const YieldInfo& info) {
    YieldHistory out;
    out.info = info;
    out.source =
        info.less.empty() ? std::string(info.symbol) : fmt::format("{} − {}", info.symbol, info.less);
    const auto values = valuesOf(view, info);
    if (values)
        out.weeks = weeksOf(*values);
    if (out.weeks.empty())
        out.missing =
            values ? fmt::format("{} and {} share no day.", info.symbol, info.less) : values.error().message;
    return out;
}

} // namespace

double basisPoints(double from, double to) {
    constexpr double kFinest = 1e6; ///< no vendor writes more than a few decimals of a basis point
    return std::round((to - from) * 100 * kFinest) / kFinest;
}

std::size_t bondSessionsAfter(Date last, Date asOf) {
    std::size_t count = 0;
    for (Date date = last + std::chrono::days{1}; date <= asOf; date += std::chrono::days{1})
        count += isBondSession(date) ? 1 : 0;
    return count;
}

const YieldWeek* YieldHistory::week(Date end) const {
    const auto at = std::lower_bound(weeks.begin(), weeks.end(), end,
                                     [](const YieldWeek& week, Date date) { return week.end < date; });
    return at != weeks.end() && at->end == end ? &*at : nullptr;
}

Result<YieldTable> analyseYields(const MarketView& view, Date today) {
    YieldTable out;
    std::optional<Date> last;
    for (std::size_t i = 0; i < kYields.size(); ++i) {
        out.rows[i] = historyOf(view, kYields[i]);
        if (!out.rows[i].weeks.empty())
            last = std::max(last.value_or(Date::min()), out.rows[i].weeks.back().observed);
    }
    if (!last)
        return noYields(view);
    out.asOf = view.asOfDate().value_or(std::max(*last, today));
    for (YieldHistory& row : out.rows)
        if (!row.weeks.empty())
            row.sessionsOld = bondSessionsAfter(row.weeks.back().observed, out.asOf);
    return out;
}

} // namespace rotascope
