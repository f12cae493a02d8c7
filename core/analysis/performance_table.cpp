#include "core/analysis/performance_table.h"

#include "core/indicators/returns.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string_view>

namespace rotascope {

namespace {

/// ★ A horizon of the table. Periods to date have no sessions.
struct Horizon {
    std::string_view id;
    std::string_view label;
    std::string_view calendarLabel;
    std::size_t sessions;
    int days;        ///< of the calendar variant
    int months;      ///< of the calendar variant
    unsigned period; ///< months of the period to date
};

constexpr std::array kHorizons{
    Horizon{"1d", "1 session", "1 day", 1, 1, 0, 0},
    Horizon{"5d", "5", "1 week", 5, 7, 0, 0},
    Horizon{"10d", "10", "2 weeks", 10, 14, 0, 0},
    Horizon{"21d", "21 (1M)", "1 month", 21, 0, 1, 0},
    Horizon{"63d", "63 (3M)", "3 months", 63, 0, 3, 0},
    Horizon{"126d", "126 (6M)", "6 months", 126, 0, 6, 0},
    Horizon{"252d", "252 (12M)", "12 months", 252, 0, 12, 0},
    Horizon{"mtd", "MTD", "MTD", 0, 0, 0, 1},
    Horizon{"qtd", "QTD", "QTD", 0, 0, 0, 3},
    Horizon{"ytd", "YTD", "YTD", 0, 0, 0, 12},
};

using Base = std::optional<std::size_t>;

Base lastOnOrBefore(const PairSeries& pair, Date date) {
    const auto after = std::upper_bound(pair.dates.begin(), pair.dates.end(), date);
    if (after == pair.dates.begin())
        return std::nullopt;
    return static_cast<std::size_t>(after - pair.dates.begin()) - 1;
}

Date periodStart(Date date, unsigned months) {
    const unsigned month = (monthOf(date) - 1) / months * months + 1;
    return *makeDate(yearOf(date), month, 1);
}

Base baseOf(const PairSeries& pair, const Horizon& horizon, bool calendar) {
    const Date today = pair.dates.back();
    if (horizon.period > 0)
        return lastOnOrBefore(pair, periodStart(today, horizon.period) - std::chrono::days{1});
    if (calendar)
        return lastOnOrBefore(pair, addMonths(today, -horizon.months) - std::chrono::days{horizon.days});
    return pair.size() > horizon.sessions ? Base(pair.size() - 1 - horizon.sessions) : std::nullopt;
}

PerformanceRow rowOf(const PairSeries& pair, const Horizon& horizon, bool calendar) {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    PerformanceRow row{std::string(horizon.id),
                       std::string(calendar ? horizon.calendarLabel : horizon.label),
                       {},
                       kNaN,
                       kNaN,
                       kNaN};
    if (const Base base = baseOf(pair, horizon, calendar)) {
        row.base = pair.dates[*base];
        row.small = simpleReturn(pair.small[*base], pair.small.back());
        row.large = simpleReturn(pair.large[*base], pair.large.back());
        row.spread = row.small - row.large;
    }
    return row;
}

} // namespace

std::vector<PerformanceRow> performanceTable(const PairSeries& pair, bool calendar) {
    std::vector<PerformanceRow> rows;
    if (pair.size() == 0)
        return rows;
    for (const Horizon& horizon : kHorizons)
        rows.push_back(rowOf(pair, horizon, calendar));
    return rows;
}

} // namespace rotascope
