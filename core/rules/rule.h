// Rules as they are kept: text, where it comes from, and since when it stands.
#pragma once

#include "core/base/date.h"
#include "core/rules/evaluator.h"
#include "core/rules/thesis.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

struct Rule {
    std::string name; ///< unique in a playbook, whatever its letters' case
    std::string expression;
    std::string clearWhen; ///< hysteresis: an episode lasts until this holds; empty: until the rule does not
    int coolDown = 0;      ///< sessions after an episode on which no new one starts
    std::string horizon;   ///< tag: "5 sessions", "48 hours"
    std::string source;    ///< the sentence that it was made from
    std::optional<Date>
        born; ///< the day it was written: episodes from then on are record, earlier ones hindsight

    bool operator==(const Rule&) const = default;
};

/// A desk's rules, flags and theses; also what a pack file holds.
struct Playbook {
    std::string name;
    std::vector<Rule> rules;
    std::vector<Flag> flags;
    std::vector<Thesis> theses;

    bool operator==(const Playbook&) const = default;
};

constexpr int kLongestCoolDown = 5'000;

/// The rule of that name (letters' case aside) or nullptr.
const Rule* ruleNamed(const Playbook& playbook, std::string_view name);
/// The same; refuses an unknown name ("unknown_rule"), naming the nearest.
Result<const Rule*> requireRule(const Playbook& playbook, std::string_view name);
const Thesis* thesisNamed(const Playbook& playbook, std::string_view name);
std::vector<std::string> flagNames(std::span<const Flag> flags);

/// A rule in order: a name of one line, an expression and a clearing condition that check, a cool-down from 0
/// on. A usage error otherwise.
Result<void> checkRuleIsSound(const Rule& rule, const Vocabulary& names);

/// Notes what a flag is from a date on; makes the flag where there is none of that name.
void noteFlag(Playbook& playbook, std::string_view name, Flag::Entry entry);

} // namespace rotascope
