// Seasons in sentences: page and command line read the same. Each is empty where there is nothing to say.
#pragma once

#include "core/analysis/headline.h"
#include "core/analysis/seasons/seasons.h"

#include <string>
#include <vector>

namespace rotascope {

/// The running year, then who won how many, then what became of December's leads.
Headline seasonsHeadline(const Seasons& seasons);

/// "RUT led SPX in December in 22 of 38 year-ends. By the end of March 12 of those 22 had reversed (55 %, 95
/// % interval 35 to 73 %); after the other year-ends RUT was behind in 9 of 16 (56 %)."
std::vector<std::string> yearEndInWords(const Seasons& seasons);

/// Years won by each, the longest streak of each, the one under way.
std::vector<std::string> streaksInWords(const Seasons& seasons);

/// "This month" against the same month of the years before.
std::string monthInWords(const Seasons& seasons);

/// The window that ends today against the same one of earlier years.
std::string windowInWords(const Seasons& seasons);

/// "RUT / SPX has been below its high of 15 Mar 2021 for 4.8 years (1,197 sessions) and stands 31.0 % below
/// it; the deepest fall was 45.1 % on 8 Apr 1999."
std::string drawdownInWords(const Seasons& seasons);

/// One sentence for each of kLongSpans.
std::vector<std::string> longReturnsInWords(const Seasons& seasons);

/// All of the above, one after the other.
std::vector<std::string> seasonsInWords(const Seasons& seasons);

} // namespace rotascope
