// The words of a review: states, counts, what is understood, what would happen.
#pragma once

#include "ui/models/table_model.h"
#include "ui/session/import_review.h"
#include "ui/widgets/fact_rows.h"
#include "ui/widgets/two_line_list.h"

#include <span>
#include <vector>

namespace rotascope {

/// "Import 3 files" and "1 ready, 1 question, 1 with 5 rows to look at".
QString reviewTitle(std::span<const ReviewedFile> files);
QString reviewSummary(std::span<const ReviewedFile> files);

TwoLines fileItem(const ReviewedFile& file);
std::vector<TwoLines> problemItems(const FileImport& outcome);

/// In the order of the preview's settings.
std::vector<Fact> understoodFacts(const ReviewedFile& file);
/// Counts, and the policy for conflicts at row kPolicyRow.
std::vector<Fact> outcomeFacts(const ReviewedFile& file);
constexpr int kPolicyRow = 4;
/// Under which answer the outcome is meant, or that it is counted against the desk as it is now.
QString outcomeNote(const ReviewedFile& file, std::size_t files);

/// What stands beside the heading "Problems" of a file that was read, and of an outcome.
QString problemsNote(const ReviewedFile& file);
QString problemsNote(const FileImport& outcome);
/// "first 200 of 1,010 rows · header in line 4 · utf-8 · comma"
QString previewNote(const ImportPreview& preview);

/// "Importing 3 files · 42 % · 1,200,000 rows/s · 3 s left"
QString progressText(const JobProgress& job, double share, double seconds);

/// One row per file of a finished review; the last column says what became of it.
constexpr int kFinishedOutcomeColumn = 11;
TableSnapshot finishedTable(std::span<const ReviewedFile> files);

} // namespace rotascope
