#include "core/analysis/aftermath.h"

#include "core/analysis/event_pattern.h"

#include <array>
#include <cmath>

namespace rotascope {

std::optional<Aftermath> aftermathOf(const Divergence& divergence) {
    const double z = divergence.zSpread[indexOf(SigmaMode::Expanding)].z;
    if (std::isnan(z) || std::abs(z) < kOrdinaryZ)
        return std::nullopt;
    EventDefinition definition;
    definition.threshold = std::abs(z);
    definition.direction = z > 0 ? EventDirection::Up : EventDirection::Down;
    definition.gap = divergence.params.days;
    const auto pattern = findEvents(divergence, definition);
    if (!pattern)
        return std::nullopt;
    const std::array horizons{static_cast<std::size_t>(divergence.params.days)};
    auto outcomes = studyOutcomes(divergence.pair, pattern->eligible, pattern->events, {}, horizons);
    const std::size_t complete = pattern->events.size() - outcomes.front().incomplete;
    return Aftermath{complete, std::move(outcomes.front())};
}

} // namespace rotascope
