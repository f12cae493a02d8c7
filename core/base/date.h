// A civil date. Never an instant: a daily bar must not shift by time zone or daylight saving.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

using Date = std::chrono::sys_days;

/// Days since 1970-01-01, the form in which the desk stores dates. Negative before.
constexpr std::int32_t dayNumber(Date date) {
    return static_cast<std::int32_t>(date.time_since_epoch().count());
}
constexpr Date dateFromDayNumber(std::int32_t days) {
    return Date{std::chrono::days{days}};
}

/// The date of a valid year, month and day of the proleptic Gregorian calendar; nullopt for 2025-02-30.
std::optional<Date> makeDate(int year, unsigned month, unsigned day);

/// Reads exactly `YYYY-MM-DD`; nullopt for anything else.
std::optional<Date> parseIsoDate(std::string_view text);

/// "2024-11-06"
std::string isoText(Date date);
/// "6 Nov 2024", in English whatever the locale.
std::string dayMonthYear(Date date);
/// "Wed 6 Nov 2024"
std::string weekdayDayMonthYear(Date date);

/// "Nov" for 11, in English whatever the locale.
std::string_view monthName(unsigned month);

int yearOf(Date date);
unsigned monthOf(Date date);
unsigned dayOfMonth(Date date);
bool isWeekend(Date date);

/// The same day `months` later (negative: earlier), clamped to the end of a shorter month.
Date addMonths(Date date, int months);

/// First and last date of something, both inside.
struct DateRange {
    Date first;
    Date last;
    auto operator<=>(const DateRange&) const = default;
};

} // namespace rotascope
