#include "core/rules/rule.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kLongestName = 80;

Result<void> checkName(const std::string& name) {
    const bool control = std::any_of(name.begin(), name.end(), [](char c) { return c >= 0 && c < ' '; });
    if (trimmed(name).empty() || name.size() > kLongestName || control)
        return usageError("bad_rule_name",
                          fmt::format("A rule's name is one line of 1 to {} characters.", kLongestName));
    return {};
}

Result<void> checkText(std::string_view text, const Vocabulary& names) {
    if (const auto checked = checkRule(text, names); !checked)
        return asFailure(checked.error(), text);
    return {};
}

} // namespace

const Rule* ruleNamed(const Playbook& playbook, std::string_view name) {
    const std::string wanted = toLower(trimmed(name));
    const auto found = std::find_if(playbook.rules.begin(), playbook.rules.end(),
                                    [&](const Rule& rule) { return toLower(rule.name) == wanted; });
    return found == playbook.rules.end() ? nullptr : &*found;
}

Result<const Rule*> requireRule(const Playbook& playbook, std::string_view name) {
    if (const Rule* rule = ruleNamed(playbook, name))
        return rule;
    std::vector<std::string> names;
    for (const Rule& rule : playbook.rules)
        names.push_back(rule.name);
    const auto nearest = nearestName(name, names);
    return refused("unknown_rule",
                   fmt::format("This desk has no rule \"{}\"{}. `rota rules` lists them.", name,
                               nearest ? fmt::format("; the nearest is \"{}\"", *nearest) : ""));
}

const Thesis* thesisNamed(const Playbook& playbook, std::string_view name) {
    const std::string wanted = toLower(trimmed(name));
    const auto found = std::find_if(playbook.theses.begin(), playbook.theses.end(),
                                    [&](const Thesis& row) { return toLower(row.name) == wanted; });
    return found == playbook.theses.end() ? nullptr : &*found;
}

std::vector<std::string> flagNames(std::span<const Flag> flags) {
    std::vector<std::string> names;
    for (const Flag& flag : flags)
        names.push_back(flag.name);
    return names;
}

Result<void> checkRuleIsSound(const Rule& rule, const Vocabulary& names) {
    if (const auto named = checkName(rule.name); !named)
        return named;
    if (rule.coolDown < 0 || rule.coolDown > kLongestCoolDown)
        return usageError("bad_cool_down", fmt::format("A cool-down is 0 to {} sessions.", kLongestCoolDown));
    if (const auto text = checkText(rule.expression, names); !text)
        return text;
    return rule.clearWhen.empty() ? Result<void>{} : checkText(rule.clearWhen, names);
}

void noteFlag(Playbook& playbook, std::string_view name, Flag::Entry entry) {
    auto flag = std::find_if(playbook.flags.begin(), playbook.flags.end(),
                             [&](const Flag& row) { return toLower(row.name) == toLower(name); });
    if (flag == playbook.flags.end())
        flag = playbook.flags.insert(flag, Flag{std::string(name), {}});
    auto& entries = flag->entries;
    const auto at = std::lower_bound(entries.begin(), entries.end(), entry.date,
                                     [](const Flag::Entry& row, Date date) { return row.date < date; });
    if (at != entries.end() && at->date == entry.date)
        *at = entry;
    else
        entries.insert(at, entry);
}

} // namespace rotascope
