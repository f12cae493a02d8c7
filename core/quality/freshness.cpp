#include "core/quality/freshness.h"

#include "core/base/text.h"
#include "core/market/trading_calendar.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr int kDaysPerWeek = 7;
constexpr int kMonthsPerQuarter = 3;
// Further back sessions are not counted one by one.
constexpr int kCountedDays = 1000;

int monthsBetween(Date first, Date last) {
    return (yearOf(last) - yearOf(first)) * 12 + static_cast<int>(monthOf(last)) -
           static_cast<int>(monthOf(first));
}

int sessionsBetween(bool bonds, Date last, Date asOf) {
    const int days = dayNumber(asOf) - dayNumber(last);
    if (days > kCountedDays)
        return days * 252 / 365;
    int sessions = 0;
    for (Date day = last + std::chrono::days{1}; day <= asOf; day += std::chrono::days{1})
        sessions += (bonds ? isBondSession(day) : isNyseSession(day)) ? 1 : 0;
    return sessions;
}

} // namespace

int periodsMissing(const Instrument& instrument, const SeriesSummary& series, Date asOf) {
    if (instrument.kind == InstrumentKind::Event)
        return 0; // the next one is not late before it is due, and when that is the desk does not know
    const Date last = series.range.last;
    const bool late = series.availability == Availability::AfterPeriod;
    switch (series.cadence) {
    case Cadence::Daily: {
        const int sessions = sessionsBetween(instrument.kind == InstrumentKind::Yield, last, asOf);
        return std::max(0, sessions - (series.availability == Availability::NextSession ? 1 : 0));
    }
    case Cadence::Weekly:
        return std::max(0, (dayNumber(asOf) - dayNumber(last)) / kDaysPerWeek);
    case Cadence::Monthly:
        return std::max(0, monthsBetween(last, asOf) - (late ? 1 : 0));
    case Cadence::Quarterly:
        return std::max(0, (monthsBetween(last, asOf) - (late ? 1 : 0)) / kMonthsPerQuarter);
    }
    return 0;
}

std::string freshnessText(Cadence cadence, int missing) {
    constexpr std::array<std::string_view, 4> kPeriods{"session", "week", "month", "quarter"};
    if (missing == 0)
        return "current";
    std::string text = groupedCount(missing);
    text += ' ';
    text += kPeriods[static_cast<std::size_t>(cadence)];
    text += missing == 1 ? " old" : "s old";
    return text;
}

} // namespace rotascope
