// core/workflow: the verbs that the window and the command line share. May include every room of core.
//
// Import of files: detect, ask when undecidable, stream into one transaction per file, account for every row.
#pragma once

#include "core/base/date.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/import/peer_summary.h"
#include "core/import/reading_plan.h"
#include "core/store/market_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct FileFacts;

/// What the user decided; everything left empty is decided by the file, or refused as undecidable.
struct ImportOptions {
    ReadingChoices reading; ///< with the machine's date: later dates (by more than a day) are rejected
    ConflictPolicy onConflict = ConflictPolicy::Keep;
    bool dryRun = false;
    std::string importedAt; ///< UTC, "2025-11-28T21:05:00Z"
    std::string profile;    ///< name of the profile that the choices come from; empty: none
    /// Where the bytes lie when `path` is only what they are called ("-" for standard input).
    std::optional<std::string> readFrom;
    /// Files of at least so many bytes are read once where that is possible (core/import/single_pass.h).
    std::uint64_t singlePassFrom = std::uint64_t{4} << 20;
};

/// One file's outcome. With `error` the file was refused whole and nothing of it is stored.
struct FileImport {
    std::string path;
    std::string sha256;
    std::string format; ///< id of the format catalogue's row; empty when refused before it was known
    std::vector<Symbol> symbols;
    std::optional<DateRange> range; ///< dates of the rows that were read
    RowCounts counts;
    std::uint64_t cellsRejected = 0;         ///< of rows whose other values were taken
    std::vector<std::string> columnsNotRead; ///< their headings; empty while the file is not understood
    std::optional<std::int64_t> importId;
    std::optional<std::string> alreadyImportedAt;
    std::vector<ImportIssue> issues; ///< the first kListedIssues
    std::uint64_t issueCount = 0;
    std::optional<Error> error;
    std::vector<PeerSummary> peers; ///< of a table of peers: one for each column of gains
    std::vector<std::string> notes; ///< sentences about the desk, such as a backup that was due
    double seconds = 0;
};

/// Rows and cells that were not taken as they stand: rejected ones and conflicts.
inline std::uint64_t thingsToLookAt(const FileImport& file) {
    return file.counts.rejected + file.counts.conflicts + file.cellsRejected;
}

/// Imports one file; gzip, or a zip archive with one file in it, is opened. Parsing runs on the calling
/// thread, the store on a second one; both have ended on return. A cancelled import is refused with code
/// "cancelled". `facts` then holds what was understood of the file, also of one that was refused.
FileImport importFile(MarketStore& store, const std::string& path, const ImportOptions& options,
                      ProgressSink& progress, FileFacts* facts = nullptr);

/// The raw text of one physical line (from 1) of a file, without its line end; decoded to UTF-8. Refuses when
/// the file is gone or no longer has `sha256`.
Result<std::string> originalLine(const std::string& path, const std::string& sha256, std::uint32_t line);
/// The same from the text that the desk kept; from the file where it kept none.
Result<std::string> originalLine(MarketStore& store, const ImportHeader& header, std::uint32_t line);

} // namespace rotascope
