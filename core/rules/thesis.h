// A thesis as a checklist: what would confirm it and what would end it, each a condition of the rule
// language.
#pragma once

#include "core/base/date.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class ThesisItemKind : std::uint8_t { Trigger, Invalidation };
constexpr std::array<std::string_view, 2> kThesisItemKinds{"trigger", "invalidation"};

constexpr std::string_view nameOf(ThesisItemKind kind) {
    return kThesisItemKinds[static_cast<std::size_t>(kind)];
}

struct ThesisItem {
    std::string name;
    ThesisItemKind kind = ThesisItemKind::Trigger;
    std::string condition; ///< a rule's text: a threshold, a flag, a date (since(2026-03-31) >= 0 sessions)
    std::optional<Date> expiry; ///< the last day on which it counts
    std::string evidence;       ///< where it is to be seen

    bool operator==(const ThesisItem&) const = default;
};

struct Thesis {
    std::string name;
    std::optional<Date> start; ///< nothing before it counts
    std::vector<ThesisItem> items;

    bool operator==(const Thesis&) const = default;
};

} // namespace rotascope
