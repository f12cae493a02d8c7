// One fund's flows by day and by week.
#pragma once

#include "core/analysis/flows/flow_source.h"
#include "core/analysis/flows/flow_weeks.h"

#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// A stored value that an open finding says not to trust.
struct SuspectValue {
    Symbol symbol;
    Field field = Field::Shares;
    Date date;

    bool operator==(const SuspectValue&) const = default;
};

/// Flows by day, of the most believed source that has one. A figure given by week stands here on its own date
/// where its week has nothing by day.
struct DayFlows {
    std::vector<Date> dates;
    std::vector<Date> since; ///< the observation before: the flow is of the days after it
    std::vector<double> usd;
    std::vector<FlowSource> source;
    std::vector<std::uint8_t> suspect; ///< under an open finding

    std::size_t size() const { return dates.size(); }
};

struct FlowWeek {
    Date end;  ///< the week's last day, a session or not
    Date last; ///< the last date with a value
    double usd = 0;
    double assetsBefore = 0;                     ///< at the end of the week before; NaN unknown
    double percent = 0;                          ///< usd / assetsBefore, fraction
    double weekReturn = 0;                       ///< of the same sessions, fraction; NaN without prices
    std::array<double, kFlowSources> bySource{}; ///< each source's own figure; NaN where it has none
    FlowSource source = FlowSource::Reported;
    std::uint8_t sessions = 0; ///< covered by values
    std::uint8_t expected = 0; ///< NYSE sessions of the whole week
    bool suspect = false;      ///< holds a value under an open finding: left out of ranks, z and sums
    bool spansBefore = false;  ///< holds money of earlier weeks, dated at a gap's end: left out likewise

    bool isComplete() const { return sessions >= expected; }
    bool isCounted() const { return !suspect && !spansBefore; }
};

/// 1,000 or 1,000,000 where two sources typically differ by that (within a tenth), else 1. Sign: −1 where the
/// first is that much smaller.
struct UnitFactor {
    int factor = 1;
    int sign = 0;
};

/// Two sources of the same days or weeks whose figures lie apart.
struct Disagreement {
    FlowSource a = FlowSource::Reported;
    FlowSource b = FlowSource::Shares;
    bool byWeek = false;
    std::size_t compared = 0;
    std::size_t apart = 0; ///< by more than a tenth
    Date first;
    Date last; ///< the latest one apart, with both figures
    double lastA = 0;
    double lastB = 0;
    UnitFactor unit;
};

/// What was odd on the way; findings are made of it.
struct FlowIrregularities {
    std::vector<Date> refused;        ///< share counts or assets of zero or less
    std::size_t withoutPrice = 0;     ///< changes without a price
    std::vector<Date> oddWeekEnds;    ///< weekly figures that end on another day than the others
    std::vector<Date> duplicateWeeks; ///< weekly figures of a week that has a later one
    UnitFactor aumUnit;               ///< assets as given against shares · NAV, or against flows as given
};

struct FundFlows {
    Instrument instrument;
    std::chrono::weekday weekEnd = std::chrono::Friday;
    DayFlows days;
    std::vector<FlowWeek> weeks; ///< those with a value, ascending
    FlowIrregularities odd;
    std::vector<Disagreement> disagreements;

    const Symbol& symbol() const { return instrument.symbol; }
    /// The week whose last day lies in the seven days up to `end`; nullptr where it has no value.
    const FlowWeek* week(Date end) const;
    /// Position of that week, or of the last one before it; nullopt before the first.
    std::optional<std::size_t> weekOnOrBefore(Date end) const;
};

/// Everything known of one fund; nullopt where the view holds neither flows nor what they could be derived
/// from.
std::optional<FundFlows> fundFlows(const MarketView& view, const Symbol& symbol, FlowSource preferred,
                                   std::span<const SuspectValue> suspects, const WeekCalendar& calendar);

/// Symbols of the view for which fundFlows() has something, and first and last date over all of them.
struct FlowUniverse {
    std::vector<Symbol> symbols;
    std::optional<DateRange> range;
};
FlowUniverse flowUniverse(const MarketView& view);

} // namespace rotascope
