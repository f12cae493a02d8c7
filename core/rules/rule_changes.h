// What the rules did since a session: told from their replayed history, nothing has to be remembered.
#pragma once

#include "core/rules/playbook_reading.h"

#include <string>
#include <vector>

namespace rotascope {

/// A rule with an episode that began, or ended, after a session.
struct RuleChange {
    std::string name;
    Date first;               ///< of its latest episode
    std::optional<Date> last; ///< its last firing session; nullopt while it fires
    std::size_t episodes = 0; ///< that began after the session

    bool operator==(const RuleChange&) const = default;
};

/// Those that fire first, then by the day of the change, the latest first.
std::vector<RuleChange> ruleChangesSince(const PlaybookReading& reading, Date session);

/// "Small leads > 3 pp in 5 fires since 26 Nov 2025." "SPX -3 % in a day: hedge fired on 10 Oct 2025." "…
/// stopped firing after 2 Dec 2025."
std::string ruleChangeText(const RuleChange& change, Date session);

} // namespace rotascope
