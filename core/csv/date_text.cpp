#include "core/csv/date_text.h"

#include "core/base/date.h"
#include "core/csv/month_names.h"
#include "core/csv/new_york_time.h"

#include <algorithm>
#include <array>
#include <string>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, kDateFamilies> kNames{
    "calendar",      "yyyymmdd",           "yyyymm",           "excel_serial",
    "epoch_seconds", "epoch_milliseconds", "epoch_nanoseconds"};
/// 1899-12-30, from which Excel's serial dates count after its leap day of 1900 that never was.
constexpr std::int32_t kExcelZero = -25569;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::int32_t dayOrNone(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    return ymd.ok() ? dayNumber(Date{ymd}) : kNoDay;
}

int fullYear(unsigned value, std::size_t digits) {
    if (digits != 2)
        return static_cast<int>(value);
    return static_cast<int>(value < 69 ? 2000 + value : 1900 + value);
}

/// A run of digits taken from the front of a text.
struct Digits {
    unsigned value = 0;
    std::size_t count = 0;
};

Digits takeDigits(std::string_view& text) {
    Digits digits;
    while (digits.count < text.size() && isDigit(text[digits.count]) && digits.count < 9)
        digits.value = digits.value * 10 + static_cast<unsigned>(text[digits.count++] - '0');
    text.remove_prefix(digits.count);
    return digits;
}

bool take(std::string_view& text, char wanted) {
    if (!text.starts_with(wanted))
        return false;
    text.remove_prefix(1);
    return true;
}

DateReading plainDay(std::int32_t day) {
    DateReading reading;
    reading.monthFirst = reading.dayFirst = reading.yearFirst = day;
    return reading;
}

/// What follows a date: nothing, or a time of day, and perhaps its zone.
struct TimeOfDay {
    bool valid = true;
    bool zoned = false;
    bool midnight = false;
    std::int64_t secondsUtc = 0; ///< since midnight of the written date, when zoned

    /// Whether the date depends on the place where the clock hangs.
    bool isInstant() const { return zoned && !midnight && secondsUtc % 86400 != 0; }
};

/// "+05:30", "-0500", "Z", " UTC": seconds to take off.
bool takeZone(std::string_view& text, std::int64_t& offset) {
    if (text == "Z" || text == "z" || text == " UTC" || text == " GMT" || text == "UTC") {
        text = {};
        return true;
    }
    // The exchange's own time: the written date is the session's.
    for (const std::string_view here : {" US/Eastern", " America/New_York", " EST", " EDT", " ET"})
        if (text == here) {
            text = {};
            return false;
        }
    const bool west = text.starts_with('-');
    if (!west && !text.starts_with('+'))
        return false;
    text.remove_prefix(1);
    const Digits hours = takeDigits(text);
    const bool joined = hours.count == 4;
    Digits minutes;
    if (!joined && take(text, ':'))
        minutes = takeDigits(text);
    const unsigned h = joined ? hours.value / 100 : hours.value;
    const unsigned m = joined ? hours.value % 100 : minutes.value;
    offset = static_cast<std::int64_t>(h * 3600 + m * 60) * (west ? -1 : 1);
    return (joined || hours.count == 2) && h < 15 && m < 60;
}

TimeOfDay readTime(std::string_view text) {
    TimeOfDay time;
    if (text.empty())
        return time;
    time.valid = take(text, 'T') || take(text, ' ');
    if (time.valid && text.empty())
        return time;
    const Digits hours = takeDigits(text);
    time.valid = time.valid && hours.count > 0 && hours.value < 24 && take(text, ':');
    const Digits minutes = takeDigits(text);
    time.valid = time.valid && minutes.count == 2 && minutes.value < 60;
    Digits seconds;
    if (take(text, ':')) {
        seconds = takeDigits(text);
        time.valid = time.valid && seconds.count == 2 && seconds.value < 61;
        if (take(text, '.'))
            time.valid = takeDigits(text).count > 0 && time.valid;
    }
    if (text == " AM" || text == " PM" || text == " am" || text == " pm")
        text = {};
    std::int64_t offset = 0;
    time.zoned = takeZone(text, offset);
    time.midnight = hours.value == 0 && minutes.value == 0 && seconds.value == 0;
    time.secondsUtc = std::int64_t{hours.value} * 3600 + minutes.value * 60 + seconds.value - offset;
    time.valid = time.valid && text.empty();
    return time;
}

std::int32_t withTime(std::int32_t day, const TimeOfDay& time) {
    if (day == kNoDay || !time.valid)
        return kNoDay;
    // Midnight by the clock that the offset belongs to: the date that stands there, wherever that is.
    if (!time.zoned || time.midnight)
        return day;
    return dayNumber(sessionDateOfInstant(std::int64_t{day} * 86400 + time.secondsUtc));
}

/// "2025-11-28", "2025/1/3", "2025.01.03"; "2025-11" is the first of that month.
DateReading readYearFirst(Digits year, std::string_view text) {
    const char separator = text.front();
    text.remove_prefix(1);
    const Digits month = takeDigits(text);
    if (month.count == 0 || month.count > 2)
        return {};
    if (text.empty() && month.count == 2 && separator != '.')
        return plainDay(dayOrNone(static_cast<int>(year.value), month.value, 1));
    if (!take(text, separator))
        return {};
    const Digits day = takeDigits(text);
    if (day.count == 0 || day.count > 2)
        return {};
    const TimeOfDay time = readTime(text);
    DateReading reading =
        plainDay(withTime(dayOrNone(static_cast<int>(year.value), month.value, day.value), time));
    reading.instant = time.isInstant();
    return reading;
}

/// "11/28/2025", "28.11.25": three numbers whose order the file must tell.
DateReading readTriplet(Digits first, std::string_view text) {
    const char separator = text.front();
    text.remove_prefix(1);
    const Digits second = takeDigits(text);
    if (second.count == 0 || second.count > 2 || !take(text, separator))
        return {};
    const Digits third = takeDigits(text);
    if (third.count != 4 && third.count != 2)
        return {};
    const TimeOfDay time = readTime(text);
    const int year = fullYear(third.value, third.count);
    DateReading reading;
    reading.numericOrder = true;
    reading.instant = time.isInstant();
    reading.monthFirst = withTime(dayOrNone(year, first.value, second.value), time);
    reading.dayFirst = withTime(dayOrNone(year, second.value, first.value), time);
    if (third.count == 2 && first.count == 2)
        reading.yearFirst = withTime(dayOrNone(fullYear(first.value, 2), second.value, third.value), time);
    return reading;
}

/// A time of day behind a compact date: "  16:00:00", "-16:00:00", " 16:00:00 US/Eastern".
bool isTimeBehindCompact(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" -T");
    return start != std::string_view::npos && start > 0 && start <= 2 &&
           readTime(std::string(" ").append(text.substr(start))).valid;
}

DateReading dayOfInstant(std::int64_t seconds) {
    DateReading reading = plainDay(dayNumber(sessionDateOfInstant(seconds)));
    reading.instant = seconds % 86400 != 0;
    return reading;
}

/// Nothing but digits, and perhaps a fraction: the column must tell what they count.
DateReading readBareNumber(std::string_view text) {
    const std::size_t count =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
    const std::string_view rest = text.substr(count);
    const bool zeroFraction =
        rest.size() > 1 && rest.front() == '.' && rest.find_first_not_of('0', 1) == rest.npos;
    const bool fraction =
        rest.size() > 1 && rest.front() == '.' && std::all_of(rest.begin() + 1, rest.end(), isDigit);
    std::int64_t value = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 14); ++i)
        value = value * 10 + (text[i] - '0');
    DateReading reading;
    if (count == 8 && (rest.empty() || zeroFraction || rest == "T" || isTimeBehindCompact(rest))) {
        reading =
            plainDay(dayOrNone(static_cast<int>(value / 10000), static_cast<unsigned>(value / 100 % 100),
                               static_cast<unsigned>(value % 100)));
        reading.family = DateFamily::Compact;
    } else if (count == 6 && rest.empty() && value >= 180000 && value < 210000) {
        reading = plainDay(dayOrNone(static_cast<int>(value / 100), static_cast<unsigned>(value % 100), 1));
        reading.family = DateFamily::YearMonth;
    } else if (count == 5 && (rest.empty() || fraction)) {
        reading = plainDay(static_cast<std::int32_t>(value) + kExcelZero);
        reading.family = DateFamily::ExcelSerial;
    } else if ((count == 9 || count == 10) && (rest.empty() || fraction)) {
        reading = dayOfInstant(value);
        reading.family = DateFamily::EpochSeconds;
    } else if ((count == 12 || count == 13) && (rest.empty() || zeroFraction)) {
        reading = dayOfInstant(value / 1000);
        reading.family = DateFamily::EpochMilliseconds;
    } else if (count == 19 && rest.empty()) {
        reading = dayOfInstant(value / 10000); // its first 14 digits were read
        reading.family = DateFamily::EpochNanoseconds;
    }
    return reading;
}

/// The last session day of an ISO week, the first being that of January 4th.
std::int32_t fridayOfWeek(unsigned year, unsigned week) {
    using namespace std::chrono;
    const Date fourth{std::chrono::year{static_cast<int>(year)} / January / 4};
    const Date monday = fourth - (weekday{fourth} - Monday);
    const Date friday = monday + days{7 * (static_cast<int>(week) - 1) + 4};
    // Week 53 of a year without one is the next year's first.
    const bool there =
        week >= 1 && week <= 53 && year_month_day{friday - days{1}}.year() == year_month_day{fourth}.year();
    return there ? dayNumber(friday) : kNoDay;
}

/// "2024-Q3", "Q3 2024", "3Q24", "2024M09": the first day of the quarter or month; "2024-W09": its Friday.
DateReading readPeriod(std::string_view text) {
    std::array<Digits, 2> numbers{};
    std::size_t count = 0;
    char mark = '\0';
    std::size_t markAt = 0; ///< how many numbers stand before it
    while (!text.empty()) {
        const char c = text.front();
        if (isDigit(c)) {
            if (count == 2)
                return {};
            numbers[count++] = takeDigits(text);
            continue;
        }
        const bool letter = c == 'Q' || c == 'q' || c == 'M' || c == 'T' || c == 'W';
        if ((letter && mark != '\0') ||
            (!letter && std::string_view(" -/:'").find(c) == std::string_view::npos))
            return {};
        if (letter) {
            mark = c;
            markAt = count;
        }
        text.remove_prefix(1);
    }
    if (mark == '\0' || count != 2 || markAt == 2)
        return {};
    // The letter stands before its number ("Q3 2024", "2024-Q3"), or behind a single digit ("3Q24").
    if (mark == 'W')
        return markAt == 1 && numbers[0].count == 4 && numbers[1].count == 2
                   ? plainDay(fridayOfWeek(numbers[0].value, numbers[1].value))
                   : DateReading{};
    const bool leads = markAt == 0 || (numbers[0].count == 1 && markAt == 1);
    const Digits period = leads ? numbers[0] : numbers[1];
    const Digits year = leads ? numbers[1] : numbers[0];
    const unsigned most = mark == 'M' ? 12 : 4;
    const bool wide = mark == 'M' ? period.count <= 2 : period.count == 1;
    if (!wide || period.value < 1 || period.value > most || (year.count != 4 && year.count != 2))
        return {};
    const unsigned month = mark == 'M' ? period.value : period.value * 3 - 2;
    return plainDay(dayOrNone(fullYear(year.value, year.count), month, 1));
}

/// "Nov 28, 2025", "28-Nov-25", "30.Apr.2026", "Wed, 26 November 2025", "17 de noviembre de 2025", "Nov 17
/// '25", "2025-Nov-28", "Nov 2025", "Sep-24".
DateReading readNamed(std::string_view text) {
    const bool joined = text.find_first_of("-'") != std::string_view::npos;
    std::array<Digits, 2> numbers{};
    std::size_t numberCount = 0;
    unsigned month = 0;
    bool monthLed = false;
    while (!text.empty()) {
        if (isDigit(text.front())) {
            if (numberCount == 2)
                return {};
            numbers[numberCount++] = takeDigits(text);
        } else if (isLetter(text.front())) {
            const auto end = std::find_if_not(text.begin(), text.end(), isLetter);
            const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
            text.remove_prefix(word.size());
            const unsigned named = monthNamed(word);
            if ((named == 0 && !isWeekdayName(word) && !isDateFiller(word)) || (named != 0 && month != 0))
                return {};
            month = named != 0 ? named : month;
            monthLed = named != 0 ? numberCount == 0 : monthLed;
        } else {
            if (std::string_view(" ,.-/'").find(text.front()) == std::string_view::npos)
                return {};
            text.remove_prefix(1);
        }
    }
    if (month == 0)
        return {};
    if (numberCount == 1 && numbers[0].count == 4)
        return plainDay(dayOrNone(static_cast<int>(numbers[0].value), month, 1));
    // "Sep-24" is a month; "Sep 24" would be a day without a year, and "24-Sep" either.
    if (numberCount == 1 && numbers[0].count == 2 && monthLed && joined)
        return plainDay(dayOrNone(fullYear(numbers[0].value, 2), month, 1));
    if (numberCount != 2)
        return {};
    const bool yearLeads = numbers[0].count == 4 && !monthLed;
    const Digits year = yearLeads ? numbers[0] : numbers[1];
    const Digits day = yearLeads ? numbers[1] : numbers[0];
    if ((year.count != 4 && year.count != 2) || day.count == 0 || day.count > 2)
        return {};
    return plainDay(dayOrNone(fullYear(year.value, year.count), month, day.value));
}

/// "11/28/2025" of "Fri 11/28/2025"; empty where something else stands there.
std::string_view behindWeekday(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), isLetter);
    const auto letters = static_cast<std::size_t>(end - text.begin());
    const std::size_t date = text.find_first_not_of(" .,", letters);
    const std::string_view rest = date == std::string_view::npos ? std::string_view{} : text.substr(date);
    const bool numeric = date > letters && rest.size() > 5 && isDigit(rest.front()) &&
                         std::none_of(rest.begin(), rest.end(), isLetter);
    return numeric && isWeekdayName(text.substr(0, letters)) ? rest : std::string_view{};
}

bool isIsoDay(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && isDigit(text[0]) && isDigit(text[1]) &&
           isDigit(text[2]) && isDigit(text[3]) && isDigit(text[5]) && isDigit(text[6]) && isDigit(text[8]) &&
           isDigit(text[9]);
}

unsigned pairAt(std::string_view text, std::size_t at) {
    return static_cast<unsigned>(text[at] - '0') * 10 + static_cast<unsigned>(text[at + 1] - '0');
}

} // namespace

std::string_view nameOf(DateFamily family) {
    return kNames[static_cast<std::size_t>(family)];
}

std::int32_t DateReading::under(const DateStyle& style) const {
    if (family != style.family)
        return kNoDay;
    return style.order == NumericOrder::MonthFirst ? monthFirst
           : style.order == NumericOrder::DayFirst ? dayFirst
                                                   : yearFirst;
}

DateReading readDate(std::string_view text) {
    if (isIsoDay(text))
        return plainDay(dayOrNone(static_cast<int>(pairAt(text, 0) * 100 + pairAt(text, 2)), pairAt(text, 5),
                                  pairAt(text, 8)));
    if (text.size() < 4 || text.size() > 40)
        return {};
    std::string_view rest = text;
    const Digits first = takeDigits(rest);
    const bool separated =
        rest.size() > 2 && (rest[0] == '-' || rest[0] == '/' || rest[0] == '.') && isDigit(rest[1]);
    if (first.count == 4 && separated)
        return readYearFirst(first, rest);
    if ((first.count == 1 || first.count == 2) && separated)
        return readTriplet(first, rest);
    if (first.count >= 5)
        return readBareNumber(text);
    if (const DateReading period = readPeriod(text); period.valid())
        return period;
    if (const std::string_view date = behindWeekday(text); !date.empty())
        return readDate(date);
    return readNamed(text);
}

} // namespace rotascope
