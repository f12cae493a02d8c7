#include "app/cli/pair_stops.h"

#include "core/workflow/usual_stops.h"

namespace rotascope::cli {

Result<std::vector<StopRule>> stopsOf(const std::vector<std::string>& texts) {
    if (texts.empty())
        return usualStops();
    std::vector<StopRule> stops;
    if (texts.size() == 1 && texts.front() == kNoStop)
        return stops;
    for (const std::string& text : texts) {
        const auto stop = parseStopRule(text);
        if (!stop)
            return Failure(stop.error());
        stops.push_back(*stop);
    }
    return stops;
}

} // namespace rotascope::cli
