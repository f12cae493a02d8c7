// The stored values behind a figure as rows of a table.
#pragma once

#include "core/workflow/explain_figure.h"
#include "ui/models/table_model.h"

#include <vector>

namespace rotascope {

/// A row for each value; of a run its first and its last, with a row for those between.
TableSnapshot explanationTableOf(const Explanation& explanation);
/// Of each row of that table; null where a row is no single value. They live as long as `explanation`.
std::vector<const Provenance*> provenancesOf(const Explanation& explanation);

} // namespace rotascope
