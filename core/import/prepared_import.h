// A file understood: everything that is decided before its first record is stored.
#pragma once

#include "core/import/import_pass.h"
#include "core/import/repeated_dates.h"
#include "core/import/survey.h"
#include "core/store/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// What is known of a file, also of one that is then refused.
struct FileFacts {
    std::string format;
    std::string sha256;
    std::optional<DateRange> range;
    std::uint64_t rows = 0;
    std::vector<Symbol> symbols;
};

struct PreparedImport {
    static constexpr std::uint32_t kNoTarget = UINT32_MAX;

    ReadingPlan plan;
    TickerIndex tickers;
    RepeatedDates repeats;
    std::vector<ImportTarget> targets;
    std::vector<std::uint32_t>
        targetOf;               ///< by symbol and group: symbol * groups + group; kNoTarget without values
    std::uint64_t checksum = 0; ///< of the bytes that were surveyed
};

/// Surveys the whole file and decides. `path` serves the symbol only. Fills `facts` as far as it gets.
/// Refuses every file that import cannot know how to read, with a code, the reason and the remedy.
Result<PreparedImport> prepareImport(ByteSource& bytes, std::string_view path, const ReadingChoices& choices,
                                     ImportProgress& progress, FileFacts& facts);

} // namespace rotascope
