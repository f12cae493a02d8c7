// Returns of a pair by calendar month and by calendar year, and who led how long.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/base/date.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// A month or a year of a pair. Base: the last common session before the period.
struct CalendarReturn {
    int year = 0;
    unsigned month = 0; ///< 1 to 12; 0 for a whole year
    DateRange range;    ///< base and last session
    double small = 0;   ///< fractions
    double large = 0;
    bool isComplete = false; ///< a session of a later period follows; the last one is always running

    double spread() const { return small - large; }
    bool smallLed() const { return small > large; }
};

/// Every period that has a base, ascending.
std::vector<CalendarReturn> monthlyReturns(const PairSeries& pair);
std::vector<CalendarReturn> yearlyReturns(const PairSeries& pair);

/// Years in a row that one side led; a tie is the large side's, as nobody calls it a small-cap year.
struct YearStreak {
    bool smallLed = false;
    int firstYear = 0;
    int lastYear = 0;

    int years() const { return lastYear - firstYear + 1; }
    bool operator==(const YearStreak&) const = default;
};

/// Every streak of complete years, in order.
std::vector<YearStreak> yearStreaks(const std::vector<CalendarReturn>& years);
/// The longest of one side (the latest of equal ones).
std::optional<YearStreak> longestStreak(const std::vector<YearStreak>& streaks, bool smallLed);

/// "So many consecutive years of large-cap dominance": one verdict for each way to read it.
struct DominanceClaim {
    int firstYear = 0;
    int lastYear = 0;
    std::vector<int> yearsCounted;  ///< complete ones inside
    std::vector<int> smallLedYears; ///< those that contradict the reading by years
    std::optional<CalendarReturn>
        span; ///< from the end of the year before to the end of the last; empty unless both are held

    /// Every year led by the large side; false too where a year is not held.
    bool holdsByYears() const;
    /// The large side ahead over the whole span.
    bool holdsBySpan() const { return span && !span->smallLed(); }
    /// Two sentences, one for each reading.
    std::vector<std::string> verdicts(const Symbol& small, const Symbol& large) const;
};
DominanceClaim dominanceClaim(const PairSeries& pair, int firstYear, int lastYear);

} // namespace rotascope
