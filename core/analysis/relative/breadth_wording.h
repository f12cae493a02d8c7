// How many take part, in sentences: page and command line read the same.
#pragma once

#include "core/analysis/relative/breadth.h"
#include "core/analysis/relative/breadth_series.h"
#include "core/analysis/relative/constituents.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Each a sentence: "12 of 15 of the coverage list rose over 21 sessions (80 %)."; shares above each average;
/// what the best fifth made; leaders and laggards; what is left out and why.
std::vector<std::string> breadthInWords(const Breadth& breadth, std::string_view list);

/// "12 of 15 (80 %)"; "–" of nothing.
std::string breadthShareText(const BreadthShare& share);

/// "S&P 500 members above their 200-day average: 61.2 % on 28 Nov 2025 (S5TH, current), +3.4 points over 5
/// sessions." One for each; a sentence that says so where there is none.
std::vector<std::string> importedBreadthInWords(const std::vector<BreadthReading>& readings);

/// "The best 400 of 1,960 constituents of IWM made 140 % …", with the day of the weights and how much of the
/// fund they cover; a refusal's own words.
std::string constituentsInWords(const Result<ConstituentGain>& gain);

} // namespace rotascope
