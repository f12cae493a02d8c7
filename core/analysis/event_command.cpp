#include "core/analysis/event_study.h"
#include "core/base/text.h"

namespace rotascope {

std::string eventCommand(const EventStudyParams& params, int days) {
    return "events " + eventOptions(params, days);
}

std::string eventOptions(const EventStudyParams& params, int days) {
    const EventDefinition& definition = params.definition;
    const EventDefinition usual;
    std::string out = "--days " + std::to_string(days);
    if (definition.dates)
        out += " --dates \"" + definition.dates->name + "\"";
    else
        out += " --sigma " + std::string(infoOf(definition.sigma).id) + " --threshold " +
               shortestNumber(definition.threshold);
    out += " --gap " + std::to_string(definition.gap);
    const auto say = [&out](bool isOther, const std::string& option) {
        if (isOther)
            out += " " + option;
    };
    say(definition.on != usual.on, "--on small");
    say(definition.direction != usual.direction, "--direction down");
    say(!definition.onlyIf.empty(), "--only-if \"" + definition.onlyIf + "\"");
    if (definition.start)
        out += " --start " + isoText(*definition.start);
    say(definition.peak, "--peak");
    say(params.outcomes.entry == EntryRule::EventClose, "--entry close");
    say(params.outcomes.calendar, "--calendar");
    say(params.outcomes.baseline == BaselineRule::SameVolatility, "--baseline volatility");
    return out;
}

} // namespace rotascope
