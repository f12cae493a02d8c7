#include "core/csv/new_york_time.h"

#include <array>

namespace rotascope {

namespace {

constexpr std::int64_t kDay = 86400;
constexpr unsigned kLast = 9;

/// The `nth` Sunday of a month (kLast: the last one).
struct Sunday {
    unsigned month;
    unsigned nth;
};

/// Summer time from the first to the second Sunday, at 2:00 by the clock.
struct SummerTime {
    int firstYear;
    Sunday begin;
    Sunday end;
};

constexpr std::array<SummerTime, 6> kSummerTimes{{{1918, {3, kLast}, {10, kLast}},
                                                  {1920, {4, kLast}, {9, kLast}},
                                                  {1955, {4, kLast}, {10, kLast}},
                                                  {1967, {4, kLast}, {10, kLast}},
                                                  {1987, {4, 1}, {10, kLast}},
                                                  {2007, {3, 2}, {11, 1}}}};

std::chrono::sys_days dayOf(int year, Sunday sunday) {
    using namespace std::chrono;
    const auto inMonth = std::chrono::year{year} / month{sunday.month};
    if (sunday.nth == kLast)
        return sys_days{inMonth / std::chrono::Sunday[last]};
    return sys_days{inMonth / std::chrono::Sunday[sunday.nth]};
}

std::chrono::sys_days summerBegin(int year, const SummerTime& rule) {
    using namespace std::chrono;
    if (year == 1974)
        return sys_days{std::chrono::year{1974} / 1 / 6};
    if (year == 1975)
        return sys_days{std::chrono::year{1975} / 2 / 23};
    return dayOf(year, rule.begin);
}

bool isSummer(std::int64_t seconds) {
    const int year = yearOf(Date{std::chrono::floor<std::chrono::days>(std::chrono::seconds{seconds})});
    const SummerTime* rule = nullptr;
    for (const SummerTime& row : kSummerTimes)
        if (year >= row.firstYear)
            rule = &row;
    // New York kept summer time all year round from February 1942 to September 1945.
    if (year > 1942 && year < 1945)
        return true;
    if (rule == nullptr)
        return false;
    const std::int64_t begin = std::int64_t{dayNumber(summerBegin(year, *rule))} * kDay + 7 * 3600;
    const std::int64_t end = std::int64_t{dayNumber(dayOf(year, rule->end))} * kDay + 6 * 3600;
    return seconds >= begin && seconds < end;
}

} // namespace

Date sessionDateOfInstant(std::int64_t seconds) {
    std::int64_t local = seconds;
    if (seconds % kDay != 0)
        local -= isSummer(seconds) ? 4 * 3600 : 5 * 3600;
    return Date{std::chrono::floor<std::chrono::days>(std::chrono::seconds{local})};
}

} // namespace rotascope
