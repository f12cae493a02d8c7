#include "core/analysis/flows/flow_weeks.h"

#include "core/market/trading_calendar.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

using std::chrono::days;
using std::chrono::weekday;

constexpr std::int32_t kWeek = 7;
constexpr double kMostDates = 0.6; ///< fewer on one week day, and the series has no week end of its own
constexpr std::size_t kFewestDates = 8;

/// Days from `date` to its week's end.
std::int32_t daysToEnd(Date date, weekday weekEnd) {
    return static_cast<std::int32_t>((weekEnd - weekday{date}).count());
}

} // namespace

Date weekEndOn(Date date, weekday weekEnd) {
    return date + days{daysToEnd(date, weekEnd)};
}

WeekSums weeklySums(std::span<const Date> dates, std::span<const double> usd, weekday weekEnd) {
    WeekSums out;
    if (dates.empty())
        return out;
    const auto weeks = static_cast<std::size_t>((dates.back() - dates.front()).count() / kWeek) + 2;
    const auto resize = [&out](std::size_t size) {
        out.ends.resize(size);
        out.usd.resize(size);
        out.values.resize(size);
    };
    resize(std::min(weeks, dates.size()));
    std::size_t count = 0;
    const auto dateAt = [&](std::size_t i) { return dates[i]; };
    forEachWeek(dates.size(), weekEnd, dateAt, [&](Date end, std::size_t first, std::size_t last) {
        double sum = 0;
        std::uint16_t values = 0;
        for (std::size_t i = first; i < last; ++i) {
            const bool missing = std::isnan(usd[i]);
            sum += missing ? 0 : usd[i];
            values += missing ? 0 : 1;
        }
        out.ends[count] = end;
        out.usd[count] = sum;
        out.values[count] = values;
        count += values > 0 ? 1 : 0; // a week without a value is written over
    });
    resize(count);
    return out;
}

WeekCalendar::WeekCalendar(Date first, Date last, weekday weekEnd)
    : m_weekEnd(weekEnd)
    , m_firstEnd(weekEndOn(first, weekEnd)) {
    const Date lastEnd = weekEndOn(std::max(first, last), weekEnd);
    m_sessions.reserve(static_cast<std::size_t>((lastEnd - m_firstEnd).count() / kWeek + 1));
    for (Date end = m_firstEnd; end <= lastEnd; end += days{kWeek})
        m_sessions.push_back(static_cast<std::uint8_t>(sessionsBetween(end - days{kWeek}, end)));
}

int WeekCalendar::sessions(Date end) const {
    const auto week = (end - m_firstEnd).count() / kWeek;
    const bool inside = end >= m_firstEnd && week < static_cast<std::int64_t>(m_sessions.size());
    return inside ? m_sessions[static_cast<std::size_t>(week)] : 0;
}

int sessionsBetween(Date since, Date date) {
    int count = 0;
    for (Date day = since + days{1}; day <= date; day += days{1})
        count += isNyseSession(day) ? 1 : 0;
    return count;
}

weekday usualWeekEnd(std::span<const Date> dates, weekday otherwise) {
    std::array<std::size_t, kWeek> counts{};
    for (const Date date : dates)
        ++counts[weekday{date}.c_encoding()];
    const auto* most = std::max_element(counts.begin(), counts.end());
    const bool clear = static_cast<double>(*most) >= kMostDates * static_cast<double>(dates.size());
    if (dates.size() < kFewestDates || !clear)
        return otherwise;
    return weekday{static_cast<unsigned>(most - counts.begin())};
}

} // namespace rotascope
