// What the store found to differ, told as issues of the file.
#pragma once

#include "core/base/result.h"
#include "core/csv/byte_source.h"
#include "core/import/prepared_import.h"
#include "core/store/records.h"

#include <vector>

namespace rotascope {

/// One issue per conflicting value, with the cell as it stands in the file. `bytes` is read again for the
/// cells; where it cannot be, they stay empty.
std::vector<ImportIssue> conflictIssues(ByteSource& bytes, const PreparedImport& prepared,
                                        const std::vector<ValueConflict>& conflicts, ConflictPolicy policy);

/// Two lists as one, by line, no longer than an import lists.
std::vector<ImportIssue> mergedIssues(std::vector<ImportIssue> first, std::vector<ImportIssue> second);

} // namespace rotascope
