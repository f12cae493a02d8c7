// Flows in words and numbers, the same in the terminal, on the page and in reports.
#pragma once

#include "core/analysis/flows/flow_rank.h"

#include <string>

namespace rotascope {

std::string usdText(double usd);      ///< "+$2.78 bn", "−$310 m", "+$0.4 m"; "–" for missing
std::string fineUsdText(double usd);  ///< "+$2.775 bn": a digit more, beside a figure that reads alike
std::string plainUsdText(double usd); ///< "$2.78 bn", without a sign
std::string billionsText(double usd); ///< "+2.78": a column in billions

std::string ordinal(std::size_t number); ///< "1st", "10th", "222nd"
/// "the largest of 48 weeks this year", "the 10th of 13 weeks this year".
std::string rankInWords(const FlowRank& rank, RankWindow window);
/// "third inflow in a row"; empty for a streak of one.
std::string streakInWords(int streak);
/// "3 of 5 sessions", "4 sessions".
std::string sessionsText(int sessions, int expected);

std::string disagreementText(const FundFlows& fund, const Disagreement& disagreement);

} // namespace rotascope
