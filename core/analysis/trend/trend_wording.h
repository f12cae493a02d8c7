// Trend states in sentences, the same in the window and in the terminal.
#pragma once

#include "core/analysis/headline.h"
#include "core/analysis/trend/trend.h"
#include "core/analysis/trend/trend_history.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Crosses of so many last sessions are told.
constexpr std::size_t kRecentCross = 21;

/// "TNA: golden cross on 3 Jul 2025."; empty without a recent one.
std::string crossInWords(const TrendRow& row);
/// "SPX closed at its highest since 1927, where its closes begin. First close of SPX above 6,000."; empty on
/// other days, and of a history of a year or less.
std::string milestonesInWords(const TrendRow& row);
/// "KRE: +2.1 % over 5 sessions against −4.0 % over 126."; empty where the signs agree.
std::string signsInWords(const TrendRow& row);
/// "IWM: +3.2 % since 1 Oct, against OBV and A/D."; empty where volume went with the price.
std::string volumeInWords(const TrendRow& row);
/// "above all three averages", "below SMA50, above EMA20 and SMA200"; empty before the first warm-up.
std::string standingInWords(const TrendRow& row);

/// All that is new of a row, the most telling first: cross, highs and levels, volume against price.
std::vector<std::string> eventsInWords(const TrendRow& row);
/// The same, and last a week that went against half a year.
std::vector<std::string> changesInWords(const TrendRow& row);

/// The pair, the leveraged funds of the states, then the list; each once, whether the states hold it or not.
std::vector<Symbol> coveredSymbols(const TrendStates& states, std::span<const Symbol> list,
                                   const Symbol& small, const Symbol& large);

/// One instrument: how it stands, for how long, what it made; last, muted, what is missing.
Headline instrumentHeadline(const TrendRow& row);
/// A ratio or spread: its last value against its averages.
std::string seriesSentence(const TrendHistory& history);

/// How many of `list` close above each average; then how TNA and TZA stand, or whatever leveraged funds the
/// states hold; last, muted, the instrument `subject` against its SMA200. Funds without a state are not
/// counted, and the sentence says of how many it speaks.
Headline trendHeadline(const TrendStates& states, std::span<const Symbol> list, std::string_view subject);

} // namespace rotascope
