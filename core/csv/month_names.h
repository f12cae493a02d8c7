// ★ Month names and weekday names as vendors write them.
#pragma once

#include <string_view>

namespace rotascope {

/// 1 to 12 for a month in English, German, French, Spanish or Portuguese, whole or shortened, in any case, in
/// UTF-8 or Windows-1252; 0 for anything else.
unsigned monthNamed(std::string_view word);

/// Whether `word` is an English, German or French weekday, whole or shortened.
bool isWeekdayName(std::string_view word);

/// Words that stand between the parts of a date and mean nothing ("de", "th").
bool isDateFiller(std::string_view word);

} // namespace rotascope
