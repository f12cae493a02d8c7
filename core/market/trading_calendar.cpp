#include "core/market/trading_calendar.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <chrono>
#include <span>

namespace rotascope {

namespace {

using namespace std::chrono;

constexpr int kFirstYear = 1950;
constexpr int kStillInForce = 9999;

constexpr Date on(int y, unsigned m, unsigned d) {
    return Date{year{y} / month{m} / day{d}};
}

constexpr Date sundayToMonday(Date date) {
    return weekday{date} == Sunday ? date + days{1} : date;
}

/// Saturday holidays moved to Friday from July 1959 on; until 1952 the Saturday itself was a session.
constexpr Date observed(Date date) {
    const bool movesBack = weekday{date} == Saturday && date >= on(1959, 7, 1);
    return movesBack ? date - days{1} : sundayToMonday(date);
}

constexpr Date nth(int y, month m, weekday w, unsigned n) {
    return Date{year{y} / m / w[n]};
}
constexpr Date lastOf(int y, month m, weekday w) {
    return Date{year{y} / m / w[last]};
}

/// The Tuesday after the first Monday of November.
constexpr Date electionDay(int y) {
    return nth(y, November, Monday, 1) + days{1};
}

/// Two days before Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch.
/// 8).
constexpr Date goodFriday(int y) {
    const int a = y % 19, b = y / 100, c = y % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int monthAndDay = h + l - 7 * m + 114;
    const Date easter =
        on(y, static_cast<unsigned>(monthAndDay / 31), static_cast<unsigned>(monthAndDay % 31 + 1));
    return easter - days{2};
}

/// A yearly holiday, in force from `first` to `last`. A date that falls on a weekend closes nothing.
struct HolidayRule {
    std::string_view name;
    int first;
    int last;
    month in; ///< the month it falls in: what makes asking for one date cheap
    Date (*dateIn)(int year);
};

constexpr Date newYear(int y) {
    return sundayToMonday(on(y, 1, 1));
}
constexpr Date martinLutherKing(int y) {
    return nth(y, January, Monday, 3);
}
constexpr Date lincoln(int y) {
    return observed(on(y, 2, 12));
}
constexpr Date washington(int y) {
    return observed(on(y, 2, 22));
}
constexpr Date presidents(int y) {
    return nth(y, February, Monday, 3);
}
constexpr Date decoration(int y) {
    return observed(on(y, 5, 30));
}
constexpr Date memorial(int y) {
    return lastOf(y, May, Monday);
}
constexpr Date juneteenth(int y) {
    return observed(on(y, 6, 19));
}
constexpr Date independence(int y) {
    return observed(on(y, 7, 4));
}
constexpr Date labor(int y) {
    return nth(y, September, Monday, 1);
}
constexpr Date columbus(int y) {
    return observed(on(y, 10, 12));
}
constexpr Date columbusMonday(int y) {
    return nth(y, October, Monday, 2);
}
constexpr Date armistice(int y) {
    return sundayToMonday(on(y, 11, 11));
}
constexpr Date thanksgiving(int y) {
    return nth(y, November, Thursday, 4);
}
constexpr Date christmas(int y) {
    return observed(on(y, 12, 25));
}

/// ★ Yearly holidays of the exchange. Memorial Day of 1970 fell on a Saturday and was not moved to Friday.
constexpr std::array kHolidays{
    HolidayRule{"New Year's Day", 1950, kStillInForce, January, newYear},
    HolidayRule{"Martin Luther King Jr. Day", 1998, kStillInForce, January, martinLutherKing},
    HolidayRule{"Lincoln's Birthday", 1950, 1953, February, lincoln},
    HolidayRule{"Washington's Birthday", 1950, 1970, February, washington},
    HolidayRule{"Presidents' Day", 1971, kStillInForce, February, presidents},
    HolidayRule{"Good Friday", 1950, kStillInForce, March, goodFriday},
    HolidayRule{"Good Friday", 1950, kStillInForce, April, goodFriday},
    HolidayRule{"Memorial Day", 1950, 1969, May, decoration},
    HolidayRule{"Memorial Day", 1971, kStillInForce, May, memorial},
    HolidayRule{"Juneteenth", 2022, kStillInForce, June, juneteenth},
    HolidayRule{"Independence Day", 1950, kStillInForce, July, independence},
    HolidayRule{"Labor Day", 1950, kStillInForce, September, labor},
    HolidayRule{"Columbus Day", 1950, 1953, October, columbus},
    HolidayRule{"Election Day", 1950, 1968, November, electionDay},
    HolidayRule{"Election Day", 1972, 1972, November, electionDay},
    HolidayRule{"Election Day", 1976, 1976, November, electionDay},
    HolidayRule{"Election Day", 1980, 1980, November, electionDay},
    HolidayRule{"Veterans Day", 1950, 1953, November, armistice},
    HolidayRule{"Thanksgiving Day", 1950, kStillInForce, November, thanksgiving},
    HolidayRule{"Christmas Day", 1950, kStillInForce, December, christmas},
};

struct SpecialClosure {
    Date date;
    std::string_view reason;
};

constexpr std::string_view kPaperCrisis = "Paperwork crisis";
constexpr std::string_view kSeptember11 = "September 11 attacks";

/// ★ Closures by date, ascending.
constexpr std::array kSpecialClosures{
    SpecialClosure{on(1954, 12, 24), "Christmas Eve"},
    SpecialClosure{on(1956, 12, 24), "Christmas Eve"},
    SpecialClosure{on(1958, 12, 26), "Day after Christmas"},
    SpecialClosure{on(1961, 5, 29), "Day before Memorial Day"},
    SpecialClosure{on(1963, 11, 25), "Funeral of John F. Kennedy"},
    SpecialClosure{on(1968, 2, 12), "Lincoln's Birthday"},
    SpecialClosure{on(1968, 4, 9), "Funeral of Martin Luther King Jr."},
    SpecialClosure{on(1968, 6, 12), kPaperCrisis},
    SpecialClosure{on(1968, 6, 19), kPaperCrisis},
    SpecialClosure{on(1968, 6, 26), kPaperCrisis},
    SpecialClosure{on(1968, 7, 5), "Day after Independence Day"},
    SpecialClosure{on(1968, 7, 10), kPaperCrisis},
    SpecialClosure{on(1968, 7, 17), kPaperCrisis},
    SpecialClosure{on(1968, 7, 24), kPaperCrisis},
    SpecialClosure{on(1968, 7, 31), kPaperCrisis},
    SpecialClosure{on(1968, 8, 7), kPaperCrisis},
    SpecialClosure{on(1968, 8, 14), kPaperCrisis},
    SpecialClosure{on(1968, 8, 21), kPaperCrisis},
    SpecialClosure{on(1968, 8, 28), kPaperCrisis},
    SpecialClosure{on(1968, 9, 11), kPaperCrisis},
    SpecialClosure{on(1968, 9, 18), kPaperCrisis},
    SpecialClosure{on(1968, 9, 25), kPaperCrisis},
    SpecialClosure{on(1968, 10, 2), kPaperCrisis},
    SpecialClosure{on(1968, 10, 9), kPaperCrisis},
    SpecialClosure{on(1968, 10, 16), kPaperCrisis},
    SpecialClosure{on(1968, 10, 23), kPaperCrisis},
    SpecialClosure{on(1968, 10, 30), kPaperCrisis},
    SpecialClosure{on(1968, 11, 11), "Veterans Day"},
    SpecialClosure{on(1968, 11, 20), kPaperCrisis},
    SpecialClosure{on(1968, 12, 4), kPaperCrisis},
    SpecialClosure{on(1968, 12, 11), kPaperCrisis},
    SpecialClosure{on(1968, 12, 18), kPaperCrisis},
    SpecialClosure{on(1969, 2, 10), "Snowstorm"},
    SpecialClosure{on(1969, 3, 31), "Funeral of Dwight D. Eisenhower"},
    SpecialClosure{on(1969, 7, 21), "First lunar landing"},
    SpecialClosure{on(1972, 12, 28), "Funeral of Harry S. Truman"},
    SpecialClosure{on(1973, 1, 25), "Funeral of Lyndon B. Johnson"},
    SpecialClosure{on(1977, 7, 14), "New York City blackout"},
    SpecialClosure{on(1985, 9, 27), "Hurricane Gloria"},
    SpecialClosure{on(1994, 4, 27), "Funeral of Richard Nixon"},
    SpecialClosure{on(2001, 9, 11), kSeptember11},
    SpecialClosure{on(2001, 9, 12), kSeptember11},
    SpecialClosure{on(2001, 9, 13), kSeptember11},
    SpecialClosure{on(2001, 9, 14), kSeptember11},
    SpecialClosure{on(2004, 6, 11), "Funeral of Ronald Reagan"},
    SpecialClosure{on(2007, 1, 2), "Day of mourning for Gerald Ford"},
    SpecialClosure{on(2012, 10, 29), "Hurricane Sandy"},
    SpecialClosure{on(2012, 10, 30), "Hurricane Sandy"},
    SpecialClosure{on(2018, 12, 5), "Day of mourning for George H. W. Bush"},
    SpecialClosure{on(2025, 1, 9), "Day of mourning for Jimmy Carter"},
};

static_assert(std::is_sorted(kSpecialClosures.begin(), kSpecialClosures.end(),
                             [](const auto& a, const auto& b) { return a.date < b.date; }));

/// A yearly early close, where its date is a session. Weekday bits: Sunday is bit 0.
struct EarlyCloseRule {
    int first;
    int last;
    Date (*dateIn)(int year);
    unsigned weekdays;
};

constexpr unsigned bit(weekday day) {
    return 1U << day.c_encoding();
}
constexpr unsigned kAnyDay = 0x7F;

/// ★ Yearly early closes.
constexpr std::array kEarlyCloses{
    EarlyCloseRule{1993, kStillInForce, [](int y) { return thanksgiving(y) + days{1}; }, kAnyDay},
    EarlyCloseRule{1993, kStillInForce, [](int y) { return on(y, 12, 24); }, kAnyDay},
    EarlyCloseRule{1995, 2012, [](int y) { return on(y, 7, 3); }, bit(Monday) | bit(Tuesday) | bit(Thursday)},
    EarlyCloseRule{1995, 2012, [](int y) { return on(y, 7, 5); }, bit(Friday)},
    EarlyCloseRule{2013, kStillInForce, [](int y) { return on(y, 7, 3); }, kAnyDay},
};

/// ★ Early closes by date.
constexpr std::array kSpecialEarlyCloses{on(1997, 12, 26), on(1999, 12, 31), on(2003, 12, 26)};

/// ★ Yearly holidays of the bond market on which the exchange trades. A Saturday's is not moved.
constexpr std::array kBondHolidays{
    HolidayRule{"Columbus Day", 1971, kStillInForce, October, columbusMonday},
    HolidayRule{"Veterans Day", 1978, kStillInForce, November, armistice},
};

/// ★ Dates with yields while the exchange was closed: Good Fridays with a jobs report, and some special
/// closures.
constexpr std::array kBondOnlySessions{
    on(1999, 4, 2), on(2001, 9, 13),  on(2001, 9, 14), on(2007, 1, 2), on(2007, 4, 6), on(2010, 4, 2),
    on(2012, 4, 6), on(2012, 10, 29), on(2015, 4, 3),  on(2021, 4, 2), on(2023, 4, 7), on(2025, 1, 9),
};

std::optional<std::string_view> holiday(std::span<const HolidayRule> rules, Date date) {
    const year_month_day ymd{date};
    const int y = static_cast<int>(ymd.year());
    for (const HolidayRule& rule : rules)
        if (ymd.month() == rule.in && y >= rule.first && y <= rule.last && rule.dateIn(y) == date)
            return rule.name;
    return std::nullopt;
}

std::optional<std::string_view> specialClosure(Date date) {
    const auto it = std::lower_bound(kSpecialClosures.begin(), kSpecialClosures.end(), date,
                                     [](const SpecialClosure& row, Date d) { return row.date < d; });
    if (it == kSpecialClosures.end() || it->date != date)
        return std::nullopt;
    return it->reason;
}

constexpr int kEndYear = 2100;
constexpr Date kTableFirst = on(kFirstYear, 1, 1);
constexpr Date kTableEnd = on(kEndYear, 1, 1);

/// Bit i: the exchange is closed on the weekday i days after kTableFirst. Long series are held against every
/// one of their days.
using Closures = std::bitset<static_cast<std::size_t>((kTableEnd - kTableFirst).count())>;

Closures allClosures() {
    Closures closed;
    const auto note = [&closed](Date date) {
        closed.set(static_cast<std::size_t>((date - kTableFirst).count()));
    };
    for (const HolidayRule& rule : kHolidays)
        for (int y = rule.first; y <= std::min(rule.last, kEndYear - 1); ++y)
            if (const Date date = rule.dateIn(y); year_month_day{date}.month() == rule.in)
                note(date);
    for (const SpecialClosure& row : kSpecialClosures)
        note(row.date);
    return closed;
}

template <class Dates>
bool contains(const Dates& dates, Date date) {
    return std::find(dates.begin(), dates.end(), date) != dates.end();
}

} // namespace

std::optional<std::string_view> nyseClosure(Date date) {
    if (isWeekend(date) || date < on(kFirstYear, 1, 1))
        return std::nullopt;
    if (const auto name = holiday(kHolidays, date))
        return name;
    return specialClosure(date);
}

bool isNyseSession(Date date) {
    static const Closures closed = allClosures();
    if (isWeekend(date))
        return false;
    return date >= kTableFirst && date < kTableEnd
               ? !closed[static_cast<std::size_t>((date - kTableFirst).count())]
               : !nyseClosure(date);
}

bool isNyseEarlyClose(Date date) {
    if (!isNyseSession(date))
        return false;
    const int y = yearOf(date);
    const unsigned today = bit(weekday{date});
    const bool yearly =
        std::any_of(kEarlyCloses.begin(), kEarlyCloses.end(), [&](const EarlyCloseRule& rule) {
            return y >= rule.first && y <= rule.last && (rule.weekdays & today) != 0 &&
                   rule.dateIn(y) == date;
        });
    return yearly || contains(kSpecialEarlyCloses, date);
}

Date nextNyseSession(Date date) {
    do
        date += days{1};
    while (!isNyseSession(date));
    return date;
}

Date nyseSessionOnOrBefore(Date date) {
    while (!isNyseSession(date))
        date -= days{1};
    return date;
}

std::vector<Date> nyseSessions(Date first, Date last) {
    std::vector<Date> sessions;
    for (Date date = first; date <= last; date += days{1})
        if (isNyseSession(date))
            sessions.push_back(date);
    return sessions;
}

bool isBondSession(Date date) {
    if (contains(kBondOnlySessions, date))
        return true;
    return isNyseSession(date) && !holiday(kBondHolidays, date);
}

} // namespace rotascope
