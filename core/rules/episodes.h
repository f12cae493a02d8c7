// States of a rule and the episodes they make. Each session's state depends on sessions up to it alone.
#pragma once

#include "core/rules/evaluator.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

enum class RuleState : std::uint8_t {
    Unknown, ///< what the rule needs has no value; ends an episode
    Armed,
    Firing,
    Cleared ///< the session on which an episode ended, and those of the cool-down
};

constexpr std::array<std::string_view, 4> kRuleStateNames{"unknown", "armed", "firing", "cleared"};

constexpr std::string_view nameOf(RuleState state) {
    return kRuleStateNames[static_cast<std::size_t>(state)];
}

/// Positions of sessions. `extreme` is the most extreme value of the rule's measure; NaN without one.
struct Episode {
    std::size_t first = 0;
    std::size_t last = 0; ///< so far, where it is under way
    bool isOver = false;
    double extreme = 0;
    std::size_t extremeAt = 0;

    std::size_t sessions() const { return last - first + 1; }
};

struct RuleHistory {
    std::vector<RuleState> states;
    std::vector<Episode> episodes; ///< oldest first; the last one may be under way
};

struct EpisodeRules {
    std::span<const Truth> clears; ///< empty: an episode ends when the rule no longer holds
    int coolDown = 0;
};

RuleHistory historyOf(const RuleColumns& columns, const EpisodeRules& rules);

} // namespace rotascope
