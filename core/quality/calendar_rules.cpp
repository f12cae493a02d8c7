#include "core/market/trading_calendar.h"
#include "core/quality/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace rotascope {

namespace {

using std::chrono::days;

constexpr std::size_t kSparseGaps = 5;
constexpr std::size_t kSparseRowsPerGap = 20;

std::string_view calendarName(SessionCalendar calendar) {
    return calendar == SessionCalendar::Bond ? "bond market" : "NYSE";
}

Observed gap(const ExaminedSeries& series, Date first, Date last, std::size_t sessions) {
    const std::string when =
        first == last ? isoText(first) : fmt::format("{} to {}", isoText(first), isoText(last));
    return {first, last,
            fmt::format("{} {} session{} without a row: {}.", sessions, calendarName(series.calendar),
                        sessions == 1 ? "" : "s", when),
            sessions};
}

std::string whyNoSession(SessionCalendar calendar, Date date) {
    if (isWeekend(date))
        return std::chrono::weekday{date} == std::chrono::Saturday ? "a Saturday" : "a Sunday";
    if (const auto closure = nyseClosure(date))
        return std::string(*closure);
    return calendar == SessionCalendar::Bond ? "a holiday of the bond market" : "no session";
}

std::vector<Observed> allGaps(const ExaminedSeries& series) {
    std::vector<Observed> out;
    if (series.calendar == SessionCalendar::None)
        return out;
    for (std::size_t i = 1; i < series.dates.size(); ++i) {
        if (series.dates[i - 1] < firstJudgedDate() || series.dates[i] - series.dates[i - 1] == days{1})
            continue;
        Date first;
        Date last;
        std::size_t missing = 0;
        for (Date date = series.dates[i - 1] + days{1}; date < series.dates[i]; date += days{1}) {
            if (!isSession(series.calendar, date))
                continue;
            first = missing == 0 ? date : first;
            last = date;
            ++missing;
        }
        if (missing > 0)
            out.push_back(gap(series, first, last, missing));
    }
    return out;
}

bool isSparse(const ExaminedSeries& series, std::size_t gaps) {
    return gaps >= kSparseGaps && gaps * kSparseRowsPerGap >= series.dates.size();
}

} // namespace

std::vector<Observed> findGaps(const ExaminedSeries& series) {
    std::vector<Observed> gaps = allGaps(series);
    return isSparse(series, gaps.size()) ? std::vector<Observed>{} : gaps;
}

std::vector<Observed> findSparse(const ExaminedSeries& series) {
    const std::vector<Observed> gaps = allGaps(series);
    if (!isSparse(series, gaps.size()))
        return {};
    std::size_t missing = 0;
    for (const Observed& gap : gaps)
        missing += gap.weight;
    return {{series.dates.front(), series.dates.back(),
             fmt::format("{} of {} {} sessions have a row; the holes are not listed one by one.",
                         series.dates.size(), series.dates.size() + missing, calendarName(series.calendar))}};
}

std::vector<Observed> findOffCalendar(const ExaminedSeries& series) {
    std::vector<Observed> out;
    if (series.calendar == SessionCalendar::None)
        return out;
    for (const Date date : series.dates)
        if (date >= firstJudgedDate() && !isSession(series.calendar, date))
            out.push_back({date, date,
                           fmt::format("A row on {}, {}: its value is repeated, invented or of another day, "
                                       "and it shifts every "
                                       "count of sessions.",
                                       isoText(date), whyNoSession(series.calendar, date))});
    return out;
}

} // namespace rotascope
