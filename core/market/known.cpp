#include "core/market/known.h"

#include "core/market/trading_calendar.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace rotascope {

Date knownOn(Date date, Availability availability, Cadence cadence) {
    switch (availability) {
    case Availability::SameDay:
        return date;
    case Availability::NextSession:
        return nextNyseSession(date);
    case Availability::AfterPeriod:
        break;
    }
    // A week that is dated by its first day, Sunday or Monday, is over on the Monday after.
    if (cadence == Cadence::Weekly) {
        const std::chrono::weekday day{date};
        const int toMonday = day == std::chrono::Sunday ? 8 : 8 - static_cast<int>(day.iso_encoding());
        return date + std::chrono::days{toMonday};
    }
    // Vendors date a period by its first day or by its last: both lie in it.
    const unsigned months = cadence == Cadence::Quarterly ? 3 : 1;
    const unsigned firstMonth = monthOf(date) - (monthOf(date) - 1) % months;
    return addMonths(*makeDate(yearOf(date), firstMonth, 1), static_cast<int>(months));
}

std::size_t knownCount(std::span<const Date> dates, Availability availability, Cadence cadence, Date asOf) {
    // Availability never decreases with the date.
    const auto end = std::partition_point(
        dates.begin(), dates.end(), [&](Date date) { return knownOn(date, availability, cadence) <= asOf; });
    return static_cast<std::size_t>(end - dates.begin());
}

void keepKnown(InstrumentData& data, Date asOf) {
    const std::size_t rows = knownCount(data.daily.dates, Availability::SameDay, Cadence::Daily, asOf);
    data.daily.dates.resize(rows);
    for (std::vector<double>& column : data.daily.columns) {
        column.resize(std::min(column.size(), rows));
        // A column whose first value is still to come is not there.
        if (std::all_of(column.begin(), column.end(), [](double value) { return std::isnan(value); }))
            column.clear();
    }
    for (Series& series : data.series) {
        series.dates.resize(knownCount(series.dates, series.availability, series.cadence, asOf));
        series.values.resize(series.dates.size());
    }
}

} // namespace rotascope
