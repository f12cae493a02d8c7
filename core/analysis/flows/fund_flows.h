// One fund's flows by day and by week.
#pragma once

#include "core/analysis/flows/flow_source.h"
#include "core/analysis/flows/flow_weeks.h"

#include <limits>
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

/// A fund's week, or a basket's. Small, like DayFlow.
struct FlowWeek {
    Date end; ///< the week's last day, a session or not
    double usd = 0;
    double assetsBefore = 0;   ///< at the end of the week before; NaN unknown
    double weekReturn = 0;     ///< of the same sessions, fraction; NaN without prices
    std::uint8_t daysLeft = 0; ///< from the last date with a value to the end
    FlowSource source = FlowSource::Reported;
    std::uint8_t sessions = 0; ///< covered by values
    std::uint8_t expected = 0; ///< NYSE sessions of the whole week
    bool suspect = false;      ///< holds a value under an open finding: left out of ranks, z and sums
    bool spansBefore = false;  ///< holds money of earlier weeks, dated at a gap's end: left out likewise

    /// Of the assets before, as a fraction; NaN where they are unknown.
    double percent() const {
        return assetsBefore > 0 ? usd / assetsBefore : std::numeric_limits<double>::quiet_NaN();
    }
    Date last() const { return end - std::chrono::days{daysLeft}; }
    bool isComplete() const { return sessions >= expected; }
    bool isCounted() const { return !suspect && !spansBefore; }
};

/// What each source says; NaN where it says nothing.
using SourceFigures = std::array<double, kFlowSources>;

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
    int late = 0; ///< 1 where most days agree once `b` is dated one session earlier, −1 where `a` is
};

/// What was odd on the way; findings are made of it.
struct FlowIrregularities {
    std::vector<Date> refused;        ///< share counts or assets of zero or less
    std::vector<Date> withoutPrice;   ///< changes without a price
    std::vector<Date> oddWeekEnds;    ///< weekly figures that end on another day than the others
    std::vector<Date> duplicateWeeks; ///< weekly figures of a week that has a later one
    UnitFactor aumUnit;               ///< assets as given against shares · NAV, or against flows as given
};

struct FundFlows {
    Instrument instrument;
    std::chrono::weekday weekEnd = std::chrono::Friday;
    /// By day, of the most believed source that has one. A figure given by week stands here on its own date
    /// where its week has nothing by day.
    DayFlows days;
    std::vector<FlowWeek> weeks;           ///< those with a value, ascending
    std::vector<SourceFigures> ownFigures; ///< of each week, where more than one source has a figure at all
    FlowIrregularities odd;
    std::vector<Disagreement> disagreements;

    const Symbol& symbol() const { return instrument.symbol; }
    /// The week whose last day lies in the seven days up to `end`; nullptr where it has no value.
    const FlowWeek* week(Date end) const;
    /// Whether any flow is derived, from counts or from assets.
    bool derivesFlows() const;
    /// Each source's own figure of a week, whichever one is believed.
    SourceFigures figuresOf(std::size_t week) const;
    /// Position of that week, or of the last one before it; nullopt before the first.
    std::optional<std::size_t> weekOnOrBefore(Date end) const;
};

/// Everything known of one fund; nullopt where the view holds neither flows nor what they could be derived
/// from. A fund with counts and no price has no week, and a finding.
std::optional<FundFlows> fundFlows(const MarketView& view, const Symbol& symbol, FlowSource preferred,
                                   std::span<const SuspectValue> suspects, const WeekCalendar& calendar);

/// Symbols of the view for which fundFlows() has something, and first and last date over all of them.
struct FlowUniverse {
    std::vector<Symbol> symbols;
    std::optional<DateRange> range;
};
FlowUniverse flowUniverse(const MarketView& view);

} // namespace rotascope
