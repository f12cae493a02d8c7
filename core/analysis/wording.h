// Numbers as words and text, the same on every page, in the terminal and in reports. Signs always shown, a
// real minus, one decimal for percent and points, two for z; "–" for what is missing.
#pragma once

#include "core/base/date.h"

#include <string>
#include <vector>

namespace rotascope {

std::string percentText(double fraction);      ///< 0.0716 → "+7.2 %"
std::string pointsText(double fraction);       ///< 0.0518 → "+5.2 pp"
std::string pointsInWords(double fraction);    ///< 0.0518 or −0.0518 → "5.2 points"
std::string plainPercentText(double fraction); ///< 0.0421 → "4.2 %", without a sign
std::string zText(double z);                   ///< 3.374 → "+3.37"

/// A share as a percentile, 0.9861 → "98.6". Only the very top reads "100.0"; what merely rounds to it reads
/// "99.9".
std::string percentileText(double share);
std::string percentileOrdinal(double share); ///< 0.9861 → "98.6th", 0.983 → "98.3rd"
/// A share among so many values: "the highest so far", "98.6th percentile".
std::string placeInHistory(double share, std::size_t values);

std::string numberWord(int number);        ///< "one" to "ten" in words, otherwise digits
std::string sessionsInWords(int sessions); ///< "one session", "five sessions", "21 sessions"
std::string dayMonthShortYear(Date date);  ///< "6 Nov 24"
std::string dayMonth(Date date);           ///< "6 Nov", where the year is plain from what stands around it

/// The texts joined as a person would: "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& texts);

} // namespace rotascope
