// A week's ETF flows for a person at a terminal.
#pragma once

#include "core/analysis/flows/flow_study.h"
#include "core/analysis/flows/flows.h"
#include "core/report/text_table.h"

#include <string>
#include <vector>

namespace rotascope {

/// The league, baskets from source to destination, the leading fund's months: the tables of flowsText().
std::vector<NamedTable> flowTables(const Flows& flows);
/// Below them: funds without a figure, and that money has no labels.
std::vector<std::string> flowNotes(const Flows& flows);

/// The week in words, league table, baskets from source to destination, months, what the record says,
/// findings. With `isDemo` the heading says that the market is invented.
std::string flowsText(const Flows& flows, const std::vector<FlowStudy>& studies, bool isDemo);

/// A fund's study in sentences: persistence, flow and return, what followed, seasons.
std::vector<std::string> studyInWords(const FlowStudy& study);

/// "week ends Friday · reported flows before derived ones · z of % of assets over 52 weeks".
std::string flowConventions(const Flows& flows);

} // namespace rotascope
