// A list of dates as events: read from text or from a calendar's event, held against the sessions there are.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/base/date.h"
#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// A date, or text that should have been one, that cannot be an event.
struct SkippedDate {
    int line = 0;       ///< of the list, from 1; 0 where the list has no lines
    std::string text;   ///< as it stands there
    std::string reason; ///< "Saturday", "Thanksgiving Day", "after the as-of date"

    bool operator==(const SkippedDate&) const = default;
};

struct ListedDate {
    Date date;
    int line = 0;

    bool operator==(const ListedDate&) const = default;
};

struct DateList {
    std::string name;              ///< of the calendar's event or the file; empty where it has none
    std::vector<ListedDate> dates; ///< in the order of the list
    std::vector<SkippedDate> unreadable;

    bool operator==(const DateList&) const = default;
};

/// One date a line as YYYY-MM-DD, in the first cell (comma, semicolon or tab) or alone. Blank lines, lines
/// that begin with '#' and one heading are no dates.
DateList parseDateList(std::string_view text);

/// The days of an event that the desk holds from an imported calendar, as far as the view reaches. Refuses an
/// unknown symbol, naming the nearest one; a symbol that is no event ("no_event"); and an event without a day
/// so far ("before_data").
Result<DateList> eventDates(const MarketView& view, std::string_view symbol);
/// Symbols of the events that the view's market has, in its order; days have those that were loaded.
std::vector<Symbol> eventSymbols(const MarketView& view);

struct ListedSessions {
    std::vector<std::size_t> sessions; ///< ascending, unique
    std::vector<SkippedDate> skipped;
};

/// The sessions of the pair that the list names. A date without a session is named with its reason and never
/// moved to another day.
ListedSessions sessionsOn(const PairSeries& pair, const DateList& list);

/// "2024-12-25 (Christmas Day), line 4: 2024-13-01 (not a date) and 3 more".
std::string skippedText(const std::vector<SkippedDate>& skipped);

} // namespace rotascope
