// The divergence for a person at a terminal.
#pragma once

#include "core/analysis/divergence.h"
#include "core/report/text_table.h"

#include <string>
#include <vector>

namespace rotascope {

/// "5 sessions · σ expanding · price return · data to 6 Nov 2024", the conventions behind every figure of the
/// result.
std::string conventionsLine(const Divergence& divergence);

/// The move, z under six estimates, performance: the tables of divergenceText().
std::vector<NamedTable> divergenceTables(const Divergence& divergence);
/// What stands below them: beta, and how many sessions there are.
std::vector<std::string> divergenceNotes(const Divergence& divergence);

/// Heading, the move, z under six estimates, performance, conventions; aligned, each line ending with a
/// newline. With `isDemo` the heading says that the market is invented.
std::string divergenceText(const Divergence& divergence, bool isDemo);

} // namespace rotascope
