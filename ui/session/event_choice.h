// What the user studies on the page of events, beside σ, threshold, gap and move, which every page shares.
#pragma once

#include "core/analysis/event_claim.h"
#include "core/analysis/event_study.h"

#include <QJsonObject>

#include <string>

namespace rotascope {

struct ViewState;

struct EventChoice {
    EventSeries on = EventSeries::Spread;
    EventDirection direction = EventDirection::Up;
    std::string onlyIf;
    std::optional<Date> start;
    bool peak = false;
    std::optional<DateList> dates; ///< these days of a file instead of a threshold…
    Symbol event;                  ///< …or the days of this event of the desk, where not empty
    OutcomeOptions outcomes;
    std::string claim{kExampleClaim};

    bool isListed() const { return dates.has_value() || !event.empty(); }
    bool operator==(const EventChoice&) const = default;
};

/// The study that `state` asks for, on what `view` knows. Refuses an event that the view has not.
Result<EventStudyParams> eventStudyParams(const ViewState& state, const MarketView& view);

/// For the window's memory. A list of dates is not kept: its file may be another one by tomorrow.
QJsonObject toJson(const EventChoice& choice);
EventChoice eventChoiceOf(const QJsonObject& json);

} // namespace rotascope
