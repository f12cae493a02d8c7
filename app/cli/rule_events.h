// When rules of the desk's playbook fire: for commands that look at what followed, and for the log.
#pragma once

#include "app/cli/context.h"
#include "core/rules/playbook_reading.h"

#include <string>
#include <vector>

namespace rotascope::cli {

/// Refuses a name that no rule has ("unknown_rule", naming the nearest), and a rule that cannot be read.
Result<std::vector<Date>> firingDates(MarketStore& store, const Context& context, const std::string& name,
                                      Firing firing);

/// Names of the rules that fire on the reading's last session.
std::vector<std::string> firingOf(const PlaybookReading& reading);

} // namespace rotascope::cli
