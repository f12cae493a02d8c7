#include "ui/session/view_state.h"

#include <algorithm>

namespace rotascope {

namespace {

std::size_t lastOfYearBefore(std::span<const Date> dates, std::size_t last) {
    const Date newYear = *makeDate(yearOf(dates[last]), 1, 1);
    const auto first = std::lower_bound(dates.begin(), dates.end(), newYear);
    const auto index = static_cast<std::size_t>(first - dates.begin());
    return index > 0 ? index - 1 : 0;
}

} // namespace

std::size_t rangeBase(std::span<const Date> dates, std::size_t last, RangeId range) {
    if (range == RangeId::Max)
        return 0;
    if (range == RangeId::YearToDate)
        return lastOfYearBefore(dates, last);
    const auto back = static_cast<std::size_t>(infoOf(range).sessions);
    return last > back ? last - back : 0;
}

} // namespace rotascope
