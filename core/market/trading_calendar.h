// Which days New York traded. Rules with their years, plus the special closures by date.
#pragma once

#include "core/base/date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

/// Whether the NYSE held a session on `date`. Valid from 1950-01-01; earlier dates are judged by weekday alone
/// (the exchange also traded on Saturdays then).
bool isNyseSession(Date date);

/// Why a weekday had no session ("Thanksgiving Day", "Hurricane Sandy"); nullopt on sessions and weekends.
std::optional<std::string_view> nyseClosure(Date date);

/// Whether the session of `date` ended early (13:00 New York).
bool isNyseEarlyClose(Date date);

/// The first session after `date`.
Date nextNyseSession(Date date);
/// `date` itself when it is a session, else the last session before it.
Date nyseSessionOnOrBefore(Date date);

/// Every session from `first` to `last`, both inside.
std::vector<Date> nyseSessions(Date first, Date last);

} // namespace rotascope
