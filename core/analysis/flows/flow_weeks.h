// Days to weeks: which week a date belongs to, how many sessions a week has, and sums over weeks.
#pragma once

#include "core/base/date.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

/// The week that `date` belongs to, named by its last day: the first `weekEnd` on or after it.
Date weekEndOn(Date date, std::chrono::weekday weekEnd);

/// Sums per week, weeks without a value left out.
struct WeekSums {
    std::vector<Date> ends;
    std::vector<double> usd;
    std::vector<std::uint16_t> values; ///< how many values each sum holds

    std::size_t size() const { return ends.size(); }
};

/// Calls visit(end, first, last) for each run of ascending dates within one week: positions from `first` up
/// to, not with, `last`.
template <class DateAt, class Visit>
void forEachWeek(std::size_t size, std::chrono::weekday weekEnd, DateAt dateAt, Visit visit) {
    if (size == 0)
        return;
    Date end = weekEndOn(dateAt(0), weekEnd);
    for (std::size_t i = 0; i < size;) {
        const std::size_t first = i;
        if (dateAt(i) > end)
            end += std::chrono::days{7}; // nearly always the next week
        if (dateAt(i) > end)
            end = weekEndOn(dateAt(i), weekEnd);
        while (++i < size && dateAt(i) <= end) {
        }
        visit(end, first, i);
    }
}

/// One pass over ascending dates; missing values (NaN) are no values.
WeekSums weeklySums(std::span<const Date> dates, std::span<const double> usd, std::chrono::weekday weekEnd);

/// How many NYSE sessions each week has, counted once for many funds.
class WeekCalendar {
public:
    /// Weeks from the one of `first` to the one of `last`.
    WeekCalendar(Date first, Date last, std::chrono::weekday weekEnd);

    /// Sessions of the week that ends on `end`; 0 outside the range.
    int sessions(Date end) const;
    std::chrono::weekday weekEnd() const { return m_weekEnd; }

private:
    std::chrono::weekday m_weekEnd;
    Date m_firstEnd;
    std::vector<std::uint8_t> m_sessions;
};

/// NYSE sessions after `since` up to and including `date`.
int sessionsBetween(Date since, Date date);

/// The week day on which the weeks of a weekly series end: that of most of its dates. A date moved to the
/// session before a holiday counts with the others.
std::chrono::weekday usualWeekEnd(std::span<const Date> dates, std::chrono::weekday otherwise);

} // namespace rotascope
