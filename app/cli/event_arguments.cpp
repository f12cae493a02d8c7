#include "app/cli/event_arguments.h"

#include "app/cli/option_values.h"
#include "app/cli/rule_events.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope::cli {

namespace {

/// One of two words.
Result<bool> isSecond(const std::string& option, const std::string& text, std::string_view first,
                      std::string_view second) {
    if (text == first || text == second)
        return text == second;
    return usageError("bad_option",
                      fmt::format("{} \"{}\" is neither {} nor {}.", option, text, first, second));
}

Result<double> numberOf(const std::string& option, const std::string& text) {
    if (const auto number = parseNumber(text))
        return *number;
    return usageError("bad_number", fmt::format("{} \"{}\" is not a number.", option, text));
}

Result<SigmaMode> sigmaOf(const std::string& text) {
    if (const auto mode = sigmaModeNamed(text))
        return *mode;
    std::string names;
    for (const SigmaModeInfo& info : kSigmaModes)
        names += (names.empty() ? "" : ", ") + std::string(info.id);
    return usageError("unknown_sigma", fmt::format("--sigma \"{}\" is none of {}.", text, names));
}

Result<void> readNumbers(const EventArguments& arguments, EventDefinition& definition) {
    const auto threshold = numberOf("--threshold", arguments.threshold);
    if (!threshold)
        return Failure(threshold.error());
    const auto gap = numberOf("--gap", arguments.gap);
    if (!gap)
        return Failure(gap.error());
    definition.threshold = *threshold;
    definition.gap = static_cast<int>(std::clamp(*gap, -1e6, 1e6));
    if (definition.gap < *gap || definition.gap > *gap)
        return usageError("bad_gap",
                          fmt::format("--gap {} is not a whole number of sessions.", arguments.gap));
    return {};
}

Result<void> readStart(const EventArguments& arguments, EventDefinition& definition) {
    const auto start = dateOf("--start", arguments.start);
    if (!start)
        return Failure(start.error());
    definition.start = *start;
    return {};
}

Result<void> readWords(const EventArguments& arguments, EventStudyParams& params) {
    const auto small = isSecond("--on", arguments.on, "spread", "small");
    const auto down = isSecond("--direction", arguments.direction, "up", "down");
    const auto close = isSecond("--entry", arguments.entry, "next", "close");
    const auto volatility = isSecond("--baseline", arguments.baseline, "all", "volatility");
    for (const auto* word : {&small, &down, &close, &volatility})
        if (!*word)
            return Failure(word->error());
    params.definition.on = *small ? EventSeries::Small : EventSeries::Spread;
    params.definition.direction = *down ? EventDirection::Down : EventDirection::Up;
    params.outcomes.entry = *close ? EntryRule::EventClose : EntryRule::NextClose;
    params.outcomes.baseline = *volatility ? BaselineRule::SameVolatility : BaselineRule::AnySession;
    return {};
}

/// The sessions on which a rule fired, as a list of its name.
Result<NamedDates> datesOfRule(const std::string& name, const DatesGround& ground) {
    const auto dates = firingDates(ground.store, ground.context, name, Firing::Every);
    if (!dates)
        return Failure(dates.error());
    DateList list;
    list.name = name;
    for (const Date date : *dates)
        list.dates.push_back({date, 0});
    return NamedDates{std::move(list), {}};
}

} // namespace

Result<EventStudyParams> studyParamsOf(const EventArguments& arguments) {
    if (!arguments.rule.empty() && !arguments.dates.empty())
        return usageError("bad_option", "--rule and --dates both name the events; take one of them.");
    EventStudyParams params;
    const auto sigma = sigmaOf(arguments.sigma);
    if (!sigma)
        return Failure(sigma.error());
    for (const auto& read : {readNumbers(arguments, params.definition),
                             readStart(arguments, params.definition), readWords(arguments, params)})
        if (!read)
            return Failure(read.error());
    params.definition.sigma = *sigma;
    params.definition.onlyIf = arguments.onlyIf;
    params.definition.peak = arguments.peak;
    params.outcomes.calendar = arguments.calendar;
    return params;
}

Result<NamedDates> listedDatesOf(const EventArguments& arguments, const DatesGround& ground,
                                 const Divergence& divergence) {
    if (!arguments.rule.empty())
        return datesOfRule(arguments.rule, ground);
    const auto& sessions = divergence.pair.dates;
    return namedDates(ground.store, ground.view, arguments.dates, {sessions.front(), sessions.back()});
}

} // namespace rotascope::cli
