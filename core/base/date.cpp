#include "core/base/date.h"

#include <fmt/format.h>

#include <array>

namespace rotascope {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::optional<Date> makeDate(int y, unsigned m, unsigned d) {
    const year_month_day ymd{year{y}, month{m}, day{d}};
    if (!ymd.ok())
        return std::nullopt;
    return Date{ymd};
}

std::optional<Date> parseIsoDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    const auto d = digits(text.substr(8, 2));
    if (!y || !m || !d)
        return std::nullopt;
    return makeDate(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

std::string isoText(Date date) {
    const year_month_day ymd{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string dayMonthYear(Date date) {
    return fmt::format("{} {} {}", dayOfMonth(date), kMonths[monthOf(date) - 1], yearOf(date));
}

std::string_view monthName(unsigned month) {
    return kMonths[month - 1];
}

std::string weekdayDayMonthYear(Date date) {
    return fmt::format("{} {}", kWeekdays[std::chrono::weekday{date}.c_encoding()], dayMonthYear(date));
}

int yearOf(Date date) {
    return static_cast<int>(year_month_day{date}.year());
}
unsigned monthOf(Date date) {
    return static_cast<unsigned>(year_month_day{date}.month());
}
unsigned dayOfMonth(Date date) {
    return static_cast<unsigned>(year_month_day{date}.day());
}

bool isWeekend(Date date) {
    const unsigned weekday = std::chrono::weekday{date}.c_encoding();
    return weekday == 0 || weekday == 6;
}

Date addMonths(Date date, int months) {
    const year_month_day ymd{date};
    const auto target = ymd.year() / ymd.month() + std::chrono::months{months};
    const year_month_day wanted = target / ymd.day();
    return wanted.ok() ? Date{wanted} : Date{target / std::chrono::last};
}

} // namespace rotascope
