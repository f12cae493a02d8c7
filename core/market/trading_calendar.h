// Which days New York traded. Rules with their years, plus the special closures by date.
#pragma once

#include "core/base/date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

/// Whether the NYSE held a session on `date`. Valid from 1950-01-01; earlier dates are judged by weekday
/// alone (the exchange also traded on Saturdays then). Future years follow the rules now in force.
bool isNyseSession(Date date);

/// Why a weekday had no session ("Thanksgiving Day", "Hurricane Sandy"); nullopt on sessions and weekends.
std::optional<std::string_view> nyseClosure(Date date);

/// Whether the session of `date` ended early (13:00 New York). Known from 1993 on; before that closing hours
/// varied.
bool isNyseEarlyClose(Date date);

/// The first session after `date`.
Date nextNyseSession(Date date);
/// `date` itself when it is a session, else the last session before it.
Date nyseSessionOnOrBefore(Date date);

/// Every session from `first` to `last`, both inside.
std::vector<Date> nyseSessions(Date first, Date last);

/// Whether US Treasury yields are published for `date`: the bond market's holidays are the exchange's, plus
/// Columbus Day and Veterans Day, less the dates on which bonds traded while stocks did not. Checked from
/// 1999 on.
bool isBondSession(Date date);

} // namespace rotascope
