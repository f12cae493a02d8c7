// A week's flows in sentences: the figure and its rank first, what puts it into proportion after.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/analysis/headline.h"

#include <string>
#include <vector>

namespace rotascope {

/// The fund that sentences are about when none is chosen: IWM, the pair's small leg, a small-cap fund, or the
/// one with the largest flow; null without a league.
const LeagueRow* leadRow(const Flows& flows);

/// "IWM took in $2.78 bn in the week to 28 Nov 2025 (4 sessions), the largest inflow of 48 weeks this
/// year; 4.2 % of assets, z +2.02 …" For a figure that cannot be ranked the reason stands in the place of the
/// rank.
Headline flowHeadline(const Flows& flows, const LeagueRow& row);

/// The same in one short sentence for a headline that goes on: "In the week to 28 Nov (4 sessions;
/// RUT 1.8 points ahead) IWM took in $2.78 bn, the largest inflow of 48 weeks this year."
Headline flowClause(const Flows& flows, const LeagueRow& row);
/// "Small caps took in $3.10 bn in the week to 28 Nov 2025 (4 sessions), z +2.02 over 52 weeks. IWM +$2.78
/// bn, VB +$270 m …"
Headline basketHeadline(const Flows& flows, const BasketRow& row);

/// Each a sentence: rank and streak, % of assets and z, the weeks beside, running totals, sources.
std::vector<std::string> weekInWords(const Flows& flows, const LeagueRow& row);

/// "the week before −$2.06 bn, the week after −$1.17 bn"; empty where neither is known.
std::string neighboursInWords(const LeagueRow& row);

/// "published $2.78 bn, derived from shares and NAV $2.775 bn: a difference of +$4.6 m"; empty for one
/// source.
std::string sourcesInWords(const LeagueRow& row);

/// "needs 26 weeks for z; has 10"; empty where there is a z.
std::string missingZInWords(const FlowZ& z, int window);

/// "RUT +5.2 %, SPX +3.4 % over the same four sessions: RUT ahead by 1.8 points"; empty without a pair.
std::string pairInWords(const Flows& flows);

} // namespace rotascope
