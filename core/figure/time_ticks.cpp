#include "core/figure/time_ticks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

enum class Unit : std::uint8_t { Day, Week, Month, Year };

struct Level {
    Unit unit;
    int every;
    double usualSessions; ///< between two ticks, to skip hopeless levels without looking at the dates
};

constexpr std::array<Level, 12> kLevels = {{{Unit::Day, 1, 1},
                                            {Unit::Week, 1, 5},
                                            {Unit::Week, 2, 10},
                                            {Unit::Month, 1, 21},
                                            {Unit::Month, 3, 63},
                                            {Unit::Month, 6, 126},
                                            {Unit::Year, 1, 252},
                                            {Unit::Year, 2, 504},
                                            {Unit::Year, 5, 1260},
                                            {Unit::Year, 10, 2520},
                                            {Unit::Year, 20, 5040},
                                            {Unit::Year, 50, 12600}}};

int floorTo(int value, int step) {
    return static_cast<int>(std::floor(static_cast<double>(value) / step)) * step;
}

Date monthStart(int monthsSinceYearZero) {
    const int year = static_cast<int>(std::floor(monthsSinceYearZero / 12.0));
    return *makeDate(year, static_cast<unsigned>(monthsSinceYearZero - year * 12 + 1), 1);
}

/// The first day of the period of `level` that holds `date`.
Date periodStart(const Level& level, Date date) {
    if (level.unit == Unit::Day)
        return date;
    if (level.unit == Unit::Week) // day 0 is a Thursday, so weeks begin on Monday at day −3
        return dateFromDayNumber(floorTo(dayNumber(date) + 3, 7 * level.every) - 3);
    if (level.unit == Unit::Month)
        return monthStart(floorTo(yearOf(date) * 12 + static_cast<int>(monthOf(date)) - 1, level.every));
    return monthStart(floorTo(yearOf(date), level.every) * 12);
}

Date nextPeriodStart(const Level& level, Date start) {
    if (level.unit == Unit::Day)
        return start + std::chrono::days{1};
    if (level.unit == Unit::Week)
        return start + std::chrono::days{7 * level.every};
    return addMonths(start, level.unit == Unit::Month ? level.every : 12 * level.every);
}

std::string labelOf(const Level& level, Date session, bool startsYear) {
    if (level.unit == Unit::Year || (level.unit == Unit::Month && startsYear))
        return fmt::format("{}", yearOf(session));
    if (level.unit == Unit::Month)
        return std::string(monthName(monthOf(session)));
    return fmt::format("{} {}", dayOfMonth(session), monthName(monthOf(session)));
}

int sessionAtOrAfter(std::span<const Date> dates, Date date) {
    return static_cast<int>(std::lower_bound(dates.begin(), dates.end(), date) - dates.begin());
}

/// The first sessions of all periods that begin in sight. The axis's very first session begins a period only
/// for days: whether data start with a month is chance.
std::vector<TimeTick> ticksOf(const Level& level, std::span<const Date> dates,
                              const TimeAxisGeometry& geometry) {
    std::vector<TimeTick> ticks;
    Date start = periodStart(level, dates[static_cast<std::size_t>(geometry.firstSession)]);
    int session = sessionAtOrAfter(dates, start);
    while (session <= geometry.lastSession) {
        const bool dataBeginHere = session == 0 && level.unit != Unit::Day && start < dates[0];
        if (session >= geometry.firstSession && !dataBeginHere) {
            const Date date = dates[static_cast<std::size_t>(session)];
            const bool startsYear =
                session > 0 && yearOf(dates[static_cast<std::size_t>(session - 1)]) < yearOf(date);
            ticks.push_back({session, labelOf(level, date, startsYear), startsYear});
        }
        const int following = sessionAtOrAfter(dates, nextPeriodStart(level, start));
        if (following > geometry.lastSession)
            break;
        // A hole in the data swallows whole periods; the period of the next session goes on from there.
        start = periodStart(level, dates[static_cast<std::size_t>(following)]);
        session = following;
    }
    return ticks;
}

double labelLeft(const TimeTick& tick, const TimeAxisGeometry& geometry) {
    return geometry.position(tick.session) + geometry.labelOffset;
}

double labelRight(const TimeTick& tick, const TimeAxisGeometry& geometry) {
    return labelLeft(tick, geometry) + geometry.labelWidth(tick.label);
}

int countOverlaps(const std::vector<TimeTick>& ticks, const TimeAxisGeometry& geometry) {
    int overlaps = 0;
    for (std::size_t i = 1; i < ticks.size(); ++i)
        overlaps += labelRight(ticks[i - 1], geometry) + geometry.gap > labelLeft(ticks[i], geometry);
    return overlaps;
}

/// Takes away labels that are cut off at the right or run into the next; years stay before months.
void dropLabels(std::vector<TimeTick>& ticks, const TimeAxisGeometry& geometry) {
    TimeTick* previous = nullptr;
    for (TimeTick& tick : ticks) {
        if (labelRight(tick, geometry) > geometry.right) {
            tick.label.clear();
            continue;
        }
        if (previous && labelRight(*previous, geometry) + geometry.gap > labelLeft(tick, geometry)) {
            if (!tick.startsYear || previous->startsYear) {
                tick.label.clear();
                continue;
            }
            previous->label.clear();
        }
        previous = &tick;
    }
}

bool namesYear(const std::vector<TimeTick>& ticks, std::span<const Date> dates) {
    return std::any_of(ticks.begin(), ticks.end(), [&](const TimeTick& tick) {
        const std::string year = fmt::format("{}", yearOf(dates[static_cast<std::size_t>(tick.session)]));
        return tick.label.ends_with(year);
    });
}

/// Adds the year to the first label that has room for it.
bool nameYear(std::vector<TimeTick>& ticks, std::span<const Date> dates, const TimeAxisGeometry& geometry) {
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        if (ticks[i].label.empty())
            continue;
        TimeTick longer = ticks[i];
        longer.label += fmt::format(" {}", yearOf(dates[static_cast<std::size_t>(longer.session)]));
        const auto next = std::find_if(ticks.begin() + static_cast<std::ptrdiff_t>(i) + 1, ticks.end(),
                                       [](const TimeTick& tick) { return !tick.label.empty(); });
        const double limit = next == ticks.end() ? geometry.right : labelLeft(*next, geometry) - geometry.gap;
        if (labelRight(longer, geometry) <= limit) {
            ticks[i] = longer;
            return true;
        }
    }
    return false;
}

bool hopeless(const Level& level, const TimeAxisGeometry& geometry) {
    const double width = geometry.position(geometry.lastSession) - geometry.position(geometry.firstSession);
    const double sessions = geometry.lastSession - geometry.firstSession;
    const double label = geometry.labelWidth("Nov") + geometry.gap;
    return sessions > 0 && level.usualSessions * width / sessions < label * 0.5;
}

} // namespace

std::vector<TimeTick> timeTicks(std::span<const Date> dates, const TimeAxisGeometry& wanted) {
    if (dates.empty())
        return {};
    TimeAxisGeometry geometry = wanted;
    const int last = static_cast<int>(dates.size()) - 1;
    geometry.firstSession = std::clamp(geometry.firstSession, 0, last);
    geometry.lastSession = std::clamp(geometry.lastSession, geometry.firstSession, last);
    std::vector<TimeTick> withoutYear;
    for (const Level& level : kLevels) {
        if (hopeless(level, geometry))
            continue;
        std::vector<TimeTick> ticks = ticksOf(level, dates, geometry);
        // A few odd neighbours (a short month at a hole in the data) cost their labels, not the whole level.
        if (countOverlaps(ticks, geometry) * 8 > static_cast<int>(ticks.size()))
            continue;
        dropLabels(ticks, geometry);
        if (namesYear(ticks, dates) || nameYear(ticks, dates, geometry))
            return ticks;
        if (withoutYear.empty())
            withoutYear = std::move(ticks);
    }
    return withoutYear;
}

} // namespace rotascope
