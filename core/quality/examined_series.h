// One series as the rules see it, and the place they put their findings.
#pragma once

#include "core/market/market.h"
#include "core/quality/finding.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// More findings of one rule about one series are summed up in one.
constexpr std::size_t kListedWarnings = 20;
constexpr std::size_t kListedNotes = 6;

/// Dates before this one are in no calendar of ours.
Date firstJudgedDate();

/// Which days the series ought to have.
enum class SessionCalendar : std::uint8_t { None, Nyse, Bond };

/// Values without holes, dates ascending.
struct ExaminedSeries {
    const Instrument* instrument = nullptr;
    Field field = Field::Close;
    Cadence cadence = Cadence::Daily;
    SessionCalendar calendar = SessionCalendar::None;
    std::span<const Date> dates;
    std::span<const double> values;
    const PriceBars* bars = nullptr; ///< whose closes these are; nullptr for single values

    bool isPrice() const { return bars != nullptr || field == Field::Nav; }
};

bool isSession(SessionCalendar calendar, Date date);

/// The calendar that at least 95 % of the dates since 1950 keep to: the bond market's for yields, the
/// exchange's for everything else that is daily; None for other cadences, for fewer than 20 dates, for credit
/// spreads (indices of bonds are also published at month ends and on holidays), and for what trades on other
/// days.
SessionCalendar calendarOf(const Instrument& instrument, Cadence cadence, std::span<const Date> dates);

/// What a rule reports: a range of dates and a sentence.
struct Observed {
    Date first;
    Date last;
    std::string message;
    std::size_t weight = 1; ///< the heaviest are listed where there are too many
    std::size_t count = 1;  ///< how many it sums up
};

/// At most `most` of `all`: the heaviest, in order of date; the rest become one sentence "… and N more …".
std::vector<Observed> listed(std::vector<Observed> all, std::string_view plural, std::size_t most);

} // namespace rotascope
