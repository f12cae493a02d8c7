// The New York calendar day of an instant: a session stamped in UTC keeps its date, summer and winter.
#pragma once

#include "core/base/date.h"

#include <cstdint>

namespace rotascope {

/// The date a stamp names: an instant at exactly 00:00 UTC its own, any other the day it fell on in New York.
/// Daylight saving by the rules of the United States since 1918 (Uniform Time Act from 1967, energy acts of
/// 1974, 1986 and 2005).
Date sessionDateOfInstant(std::int64_t secondsSince1970);

} // namespace rotascope
