// How many take part, in sentences: page and command line read the same.
#pragma once

#include "core/analysis/relative/breadth.h"

#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Each a sentence: "12 of 15 of the coverage list rose over 21 sessions (80 %)."; shares above each average;
/// what the best fifth made; leaders and laggards; what is left out and why.
std::vector<std::string> breadthInWords(const Breadth& breadth, std::string_view list);

/// "12 of 15 (80 %)"; "–" of nothing.
std::string breadthShareText(const BreadthShare& share);

} // namespace rotascope
