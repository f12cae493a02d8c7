// What a thesis' checklist says as of a date.
#pragma once

#include "core/rules/playbook_reading.h"
#include "core/rules/thesis.h"

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

enum class Met : std::uint8_t { Yes, No, Unknown };
constexpr std::array<std::string_view, 3> kMetNames{"met", "not_met", "unknown"};

constexpr std::string_view nameOf(Met met) {
    return kMetNames[static_cast<std::size_t>(met)];
}

struct ThesisItemReading {
    ThesisItem item;
    Met met = Met::Unknown; ///< met once is met for good
    std::optional<Date> firstMet;
    bool isExpired = false; ///< its day passed before it was met
    std::string reason;     ///< a sentence
};

enum class ThesisState : std::uint8_t {
    Open,      ///< something is still to come
    Confirmed, ///< every trigger is met, no invalidation
    Invalidated,
    Expired ///< a trigger's day passed before it was met
};
constexpr std::array<std::string_view, 4> kThesisStateNames{"open", "confirmed", "invalidated", "expired"};

constexpr std::string_view nameOf(ThesisState state) {
    return kThesisStateNames[static_cast<std::size_t>(state)];
}

struct ThesisReading {
    Thesis thesis;
    Date asOf;
    std::vector<ThesisItemReading> items;
    ThesisState state = ThesisState::Open;

    std::size_t count(ThesisItemKind kind, Met met) const;
    /// "1 of 3 triggers met, 0 of 2 invalidations; open"
    std::string sentence() const;
};

/// The conditions of a thesis as rules, to be read like others; thesisReading() takes the result.
std::vector<Rule> conditionsOf(const Thesis& thesis);
/// The playbook with its theses' conditions among its rules: everything that has to be loaded for it.
Playbook withConditions(const Playbook& playbook);
ThesisReading thesisReading(const Thesis& thesis, const PlaybookReading& conditions);

} // namespace rotascope
