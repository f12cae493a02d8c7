// Strict dates: a cell is wholly a date in one of the known ways of writing, or it is none.
#pragma once

#include <cstdint>
#include <string_view>

namespace rotascope {

/// How a file writes its dates. Within Calendar each cell says itself what it is ("2025-11-28", "11/28/2025",
/// "Nov 28, 2025"); the others are bare numbers, which are dates only where the whole column is.
enum class DateFamily : std::uint8_t {
    Calendar,
    Compact,
    YearMonth,
    ExcelSerial,
    EpochSeconds,
    EpochMilliseconds,
    EpochNanoseconds
};

constexpr std::size_t kDateFamilies = 7;
std::string_view
nameOf(DateFamily family); ///< "calendar", "yyyymmdd", "yyyymm", "excel_serial", "epoch_seconds", …

/// Order of day, month and year in "04/05/2025".
enum class NumericOrder : std::uint8_t { MonthFirst, DayFirst, YearFirst };

struct DateStyle {
    DateFamily family = DateFamily::Calendar;
    NumericOrder order = NumericOrder::MonthFirst;

    bool operator==(const DateStyle&) const = default;
};

/// No date: earlier than any.
constexpr std::int32_t kNoDay = INT32_MIN;

/// What a cell can mean, before it is known how the file writes its dates. Days are day numbers
/// (core/base/date.h).
struct DateReading {
    DateFamily family = DateFamily::Calendar;
    bool instant = false;             ///< a moment, whose date is New York's
    bool numericOrder = false;        ///< three numbers whose order is not plain: the next three tell
    std::int32_t monthFirst = kNoDay; ///< also the day itself where the order is plain
    std::int32_t dayFirst = kNoDay;
    std::int32_t yearFirst = kNoDay;

    bool valid() const { return monthFirst != kNoDay || dayFirst != kNoDay || yearFirst != kNoDay; }
    std::int32_t under(const DateStyle& style) const;
};

/// Reads a cell without blanks around it. A time of day is dropped; with a zone ("04:00:00+00:00", "Z") the
/// cell is an instant and means its New York date (see new_york_time.h), but a midnight with an offset is
/// that of the date that stands there. Two-digit years are 1969 to 2068.
DateReading readDate(std::string_view text);

} // namespace rotascope
