// The series an import writes to, with what the store must know of each.
#pragma once

#include "core/import/prepared_import.h"

#include <vector>

namespace rotascope {

/// Fills targets and targetOf from the plan and the survey: one target per symbol and group that holds a
/// value.
void addTargets(PreparedImport& prepared, const Survey& survey, const ReadingChoices& choices);

/// One such target, by what the survey tells so far.
ImportTarget targetFor(const ReadingPlan& plan, const Survey& survey, std::size_t group, const Symbol& symbol,
                       Cadence cadence);

/// The symbols of targets, each once, in order of appearance.
std::vector<Symbol> symbolsOf(const std::vector<ImportTarget>& targets);

} // namespace rotascope
