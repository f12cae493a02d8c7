#include "ui/session/event_choice.h"

#include "ui/convert/convert.h"
#include "ui/session/view_state.h"

namespace rotascope {

Result<EventStudyParams> eventStudyParams(const ViewState& state, const MarketView& view) {
    const EventChoice& choice = state.events;
    EventStudyParams params;
    params.definition.on = choice.on;
    params.definition.sigma = state.sigma;
    params.definition.threshold = state.eventThreshold;
    params.definition.direction = choice.direction;
    params.definition.gap = state.eventGap;
    params.definition.onlyIf = choice.onlyIf;
    params.definition.start = choice.start;
    params.definition.peak = choice.peak;
    params.definition.dates = choice.dates;
    params.outcomes = choice.outcomes;
    if (choice.event.empty())
        return params;
    auto days = eventDates(view, choice.event);
    if (!days)
        return Failure(days.error());
    params.definition.dates = std::move(*days);
    return params;
}

QJsonObject toJson(const EventChoice& choice) {
    return {{QStringLiteral("small_alone"), choice.on == EventSeries::Small},
            {QStringLiteral("down"), choice.direction == EventDirection::Down},
            {QStringLiteral("event"), qtext(choice.event)},
            {QStringLiteral("only_if"), qtext(choice.onlyIf)},
            {QStringLiteral("since"), choice.start ? qtext(isoText(*choice.start)) : QString()},
            {QStringLiteral("peak"), choice.peak},
            {QStringLiteral("event_close"), choice.outcomes.entry == EntryRule::EventClose},
            {QStringLiteral("calendar"), choice.outcomes.calendar},
            {QStringLiteral("same_volatility"), choice.outcomes.baseline == BaselineRule::SameVolatility},
            {QStringLiteral("claim"), qtext(choice.claim)}};
}

EventChoice eventChoiceOf(const QJsonObject& json) {
    const auto isOn = [&json](const char* key) { return json.value(QLatin1String(key)).toBool(); };
    const auto words = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    EventChoice choice;
    choice.on = isOn("small_alone") ? EventSeries::Small : EventSeries::Spread;
    choice.direction = isOn("down") ? EventDirection::Down : EventDirection::Up;
    choice.event = utf8(words("event"));
    choice.onlyIf = utf8(words("only_if"));
    choice.start = parseIsoDate(utf8(words("since")));
    choice.peak = isOn("peak");
    choice.outcomes.entry = isOn("event_close") ? EntryRule::EventClose : EntryRule::NextClose;
    choice.outcomes.calendar = isOn("calendar");
    choice.outcomes.baseline =
        isOn("same_volatility") ? BaselineRule::SameVolatility : BaselineRule::AnySession;
    if (json.contains(QLatin1String("claim")))
        choice.claim = utf8(words("claim"));
    return choice;
}

} // namespace rotascope
