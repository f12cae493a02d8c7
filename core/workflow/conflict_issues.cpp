#include "core/workflow/conflict_issues.h"

#include "core/base/text.h"
#include "core/csv/csv_reader.h"
#include "core/import/issue_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

/// Two numbers with as many decimals as it takes to tell them apart; at least two unless both are whole.
std::pair<std::string, std::string> tellApart(double a, double b) {
    constexpr int kMostDecimals = 12;
    const bool whole = a == std::floor(a) && b == std::floor(b);
    for (int decimals = whole ? 0 : 2;; ++decimals) {
        std::string first = groupedNumber(a, decimals);
        std::string second = groupedNumber(b, decimals);
        if (first != second || decimals == kMostDecimals)
            return {std::move(first), std::move(second)};
    }
}

std::string_view fileNameOf(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

ImportIssue issueOf(const ValueConflict& conflict, const PreparedImport& prepared, ConflictPolicy policy) {
    const ImportTarget& target = prepared.targets[conflict.target];
    const std::size_t slot = target.isBars() ? indexOf(conflict.field) : 0;
    const bool kept = policy == ConflictPolicy::Keep;
    const auto [here, stored] = tellApart(conflict.here, conflict.stored);
    ImportIssue issue;
    issue.line = conflict.line;
    issue.column = static_cast<std::uint32_t>(target.sourceColumn[slot]);
    issue.code = slugOf(kept ? IssueCode::Conflict : IssueCode::Replaced);
    issue.message =
        fmt::format("{} {} of {} {} here, {} {} (from {} line {})", target.instrument.symbol,
                    nameOf(conflict.field), isoText(conflict.date), here, stored,
                    kept ? "stored" : "replaced", fileNameOf(conflict.storedPath), conflict.storedLine);
    return issue;
}

/// Fills in the cells; `issues` are sorted by line.
void readCells(ByteSource& bytes, const Dialect& dialect, std::vector<ImportIssue>& issues) {
    if (!bytes.rewind())
        return;
    TextSource text(bytes, dialect.encoding);
    CsvReader reader(text, dialect);
    auto issue = issues.begin();
    while (issue != issues.end() && reader.next() == CsvReader::Pull::Record) {
        const CsvRecord& record = reader.record();
        for (; issue != issues.end() && issue->line <= record.line; ++issue)
            if (issue->line == record.line && issue->column > 0)
                issue->text = readable(record.cell(issue->column - 1), dialect.encoding);
    }
}

bool standsBefore(const ImportIssue& a, const ImportIssue& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

} // namespace

std::vector<ImportIssue> conflictIssues(ByteSource& bytes, const PreparedImport& prepared,
                                        const std::vector<ValueConflict>& conflicts, ConflictPolicy policy) {
    std::vector<ImportIssue> issues;
    for (const ValueConflict& conflict : conflicts)
        issues.push_back(issueOf(conflict, prepared, policy));
    std::stable_sort(issues.begin(), issues.end(), standsBefore);
    if (!issues.empty())
        readCells(bytes, prepared.plan.dialect, issues);
    return issues;
}

std::vector<ImportIssue> mergedIssues(std::vector<ImportIssue> first, std::vector<ImportIssue> second) {
    first.insert(first.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
    std::stable_sort(first.begin(), first.end(), standsBefore);
    if (first.size() > kListedIssues)
        first.resize(kListedIssues);
    return first;
}

} // namespace rotascope
