#include "core/quality/examined_series.h"

#include "core/base/text.h"
#include "core/market/trading_calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

constexpr double kKeepsTo = 0.95;
constexpr std::size_t kFewest = 20;

} // namespace

std::string_view nameOf(Severity severity) {
    return severity == Severity::Warning ? "warning" : "note";
}

Date firstJudgedDate() {
    return std::chrono::year{1950} / 1 / 1;
}

bool isSession(SessionCalendar calendar, Date date) {
    return calendar == SessionCalendar::Bond ? isBondSession(date) : isNyseSession(date);
}

SessionCalendar calendarOf(const Instrument& instrument, Cadence cadence, std::span<const Date> dates) {
    const auto begin = std::lower_bound(dates.begin(), dates.end(), firstJudgedDate());
    const auto judged = static_cast<std::size_t>(dates.end() - begin);
    if (cadence != Cadence::Daily || judged < kFewest || instrument.kind == InstrumentKind::CreditSpread)
        return SessionCalendar::None;
    const bool yields = instrument.kind == InstrumentKind::Yield;
    const SessionCalendar calendar = yields ? SessionCalendar::Bond : SessionCalendar::Nyse;
    const auto kept =
        std::count_if(begin, dates.end(), [calendar](Date date) { return isSession(calendar, date); });
    return static_cast<double>(kept) >= kKeepsTo * static_cast<double>(judged) ? calendar
                                                                               : SessionCalendar::None;
}

std::vector<Observed> listed(std::vector<Observed> all, std::string_view plural, std::size_t most) {
    if (all.size() <= most)
        return all;
    std::stable_sort(all.begin(), all.end(),
                     [](const Observed& a, const Observed& b) { return a.weight > b.weight; });
    const auto rest = all.begin() + static_cast<std::ptrdiff_t>(most) - 1;
    Observed more = *rest;
    for (auto at = rest; at != all.end(); ++at) {
        more.first = std::min(more.first, at->first);
        more.last = std::max(more.last, at->last);
    }
    more.message = fmt::format("… and {} more {} between {} and {}.",
                               groupedCount(static_cast<long long>(all.end() - rest)), plural,
                               isoText(more.first), isoText(more.last));
    more.count = static_cast<std::size_t>(all.end() - rest);
    all.erase(rest, all.end());
    std::sort(all.begin(), all.end(), [](const Observed& a, const Observed& b) { return a.first < b.first; });
    all.push_back(std::move(more));
    return all;
}

} // namespace rotascope
