// core/rules/pack: playbooks as JSON, for files and for the desk. May include what core/rules may, and
// nlohmann-json. A new key of a rule is read and written here, and kVersion grows when old programs must not
// read it.
#pragma once

#include "core/base/result.h"
#include "core/rules/rule.h"

#include <string>
#include <string_view>

namespace rotascope {

constexpr int kPackVersion = 1;
constexpr std::size_t kLongestPack = std::size_t{4} << 20; ///< bytes
constexpr std::size_t kMostRules = 1'000;

/// A pack as text; reads back as the same playbook.
std::string packText(const Playbook& playbook);

/// Refuses what is no pack ("bad_pack"), one of a newer version ("newer_pack"), and rules or flags that lack
/// a name, share one, or whose text is no rule. Series and units are checked where the desk is known.
Result<Playbook> readPack(std::string_view text);

/// The playbook with what a pack holds. What both have alike stays once, and dates of a flag are joined; a
/// name that means two things, or a flag that says yes and no for one day, is refused ("name_collision").
Result<Playbook> withPack(Playbook playbook, const Playbook& pack);

/// The playbook of a desk that has none of its own.
const Playbook& builtInPlaybook();

} // namespace rotascope
