#include "core/analysis/catalysts/catalysts.h"

#include "core/analysis/event_dates.h"
#include "core/market/trading_calendar.h"

#include <algorithm>

namespace rotascope {

namespace {

using namespace std::chrono;

/// ★ Last days of the FOMC's scheduled meetings, as the Federal Reserve published them.
struct MeetingYear {
    int year;
    std::array<month_day, 8> days;
};
constexpr std::array<MeetingYear, 4> kMeetings{{
    {2024,
     {January / 31, March / 20, May / 1, June / 12, July / 31, September / 18, November / 7, December / 18}},
    {2025,
     {January / 29, March / 19, May / 7, June / 18, July / 30, September / 17, October / 29, December / 10}},
    {2026,
     {January / 28, March / 18, April / 29, June / 17, July / 29, September / 16, October / 28,
      December / 9}},
    {2027,
     {January / 27, March / 17, April / 28, June / 9, July / 28, September / 15, October / 27, December / 8}},
}};
constexpr days kMinutesLater{21};

constexpr Date on(int y, month_day day) {
    return Date{year{y} / day.month() / day.day()};
}
constexpr Date nthFriday(int y, month m, unsigned n) {
    return Date{year{y} / m / Friday[n]};
}
constexpr Date lastDay(int y, month m) {
    return Date{year{y} / m / last};
}

class Collector {
public:
    Collector(DateRange range, std::vector<Catalyst>& out)
        : m_range(range)
        , m_out(out) {}

    void add(CatalystCategory category, std::string name, DateRange span) {
        if (span.first <= m_range.last && span.last >= m_range.first)
            m_out.push_back({category, std::move(name), span});
    }
    void add(CatalystCategory category, Date day) {
        add(category, std::string(infoOf(category).label), {day, day});
    }
    void add(CatalystCategory category, DateRange span) {
        add(category, std::string(infoOf(category).label), span);
    }

private:
    DateRange m_range;
    std::vector<Catalyst>& m_out;
};

void addMeetings(Collector& out) {
    for (const MeetingYear& row : kMeetings)
        for (const month_day day : row.days) {
            out.add(CatalystCategory::FomcDecision, on(row.year, day));
            out.add(CatalystCategory::FomcMinutes, on(row.year, day) + kMinutesLater);
        }
}

/// The first of the last five sessions up to `end`.
DateRange lastSessions(Date end) {
    constexpr int kSessions = 5;
    const Date last = nyseSessionOnOrBefore(end);
    Date first = last;
    for (int i = 1; i < kSessions; ++i)
        first = nyseSessionOnOrBefore(first - days{1});
    return {first, last};
}

void addYear(Collector& out, int y) {
    constexpr int kSecondReconstitution = 2026;
    constexpr days kSeason{42};
    constexpr unsigned kQuarter = 3;
    for (unsigned m = 1; m <= 12; ++m)
        out.add(CatalystCategory::Payrolls, nthFriday(y, month{m}, 1));
    out.add(CatalystCategory::RussellReconstitution, nthFriday(y, June, 4));
    if (y >= kSecondReconstitution)
        out.add(CatalystCategory::RussellReconstitution, nthFriday(y, November, 2));
    for (unsigned q = kQuarter; q <= 12; q += kQuarter) {
        out.add(CatalystCategory::QuadWitching, nyseSessionOnOrBefore(nthFriday(y, month{q}, 3)));
        const Date begin = nthFriday(y, month{q - 2}, 2);
        out.add(CatalystCategory::EarningsSeason, {begin, begin + kSeason - days{1}});
        out.add(CatalystCategory::WindowDressing, lastSessions(lastDay(y, month{q})));
    }
    out.add(CatalystCategory::TaxLossSelling,
            {Date{year{y} / December / 1}, nyseSessionOnOrBefore(lastDay(y, December))});
}

void addClosures(Collector& out, DateRange range) {
    for (Date day = range.first; day <= range.last; day += days{1}) {
        if (const auto why = nyseClosure(day))
            out.add(CatalystCategory::Holiday, std::string(*why), {day, day});
        if (isNyseSession(day) && isNyseEarlyClose(day))
            out.add(CatalystCategory::EarlyClose, day);
    }
}

void addImported(Collector& out, const MarketView& view) {
    for (const Symbol& symbol : eventSymbols(view))
        if (const auto list = eventDates(view, symbol))
            for (const ListedDate& row : list->dates)
                out.add(CatalystCategory::Imported, symbol, {row.date, row.date});
}

} // namespace

std::vector<Catalyst> catalystsIn(const MarketView& view, DateRange range) {
    std::vector<Catalyst> found;
    Collector out(range, found);
    addMeetings(out);
    for (int y = yearOf(range.first) - 1; y <= yearOf(range.last); ++y)
        addYear(out, y);
    addClosures(out, range);
    addImported(out, view);
    std::stable_sort(found.begin(), found.end(), [](const Catalyst& a, const Catalyst& b) {
        return a.days.first != b.days.first ? a.days.first < b.days.first : a.category < b.category;
    });
    return found;
}

int daysUntil(const Catalyst& catalyst, Date today) {
    return std::max(0, static_cast<int>((catalyst.days.first - today).count()));
}

Date listedCatalystsEnd() {
    return on(kMeetings.back().year, kMeetings.back().days.back());
}

std::vector<Date> catalystDates(const MarketView& view, CatalystCategory category, DateRange range) {
    std::vector<Date> dates;
    for (const Catalyst& row : catalystsIn(view, range))
        if (row.category == category && row.days.first >= range.first)
            dates.push_back(row.days.first);
    return dates;
}

} // namespace rotascope
