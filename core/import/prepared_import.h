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
    std::optional<ReadingPlan> plan; ///< as far as it was made
    std::optional<DateEvidence> dates;
    std::optional<NumberEvidence> numbers;
    std::vector<ImportTarget> targets;
    RowOrder order = RowOrder::OldestFirst;
    int decimals = 0;

    void take(const Survey& survey);
};

struct PreparedImport {
    static constexpr std::uint32_t kNoTarget = UINT32_MAX;

    ReadingPlan plan;
    TickerIndex tickers;
    RepeatedDates repeats;
    std::vector<ImportTarget> targets;
    std::vector<std::uint32_t>
        targetOf;               ///< by symbol and group: symbol * groups + group; kNoTarget without values
    std::vector<char> percents; ///< by group: every cell of its columns has a percent sign
    std::uint64_t checksum = 0; ///< of the bytes that were surveyed
};

/// How the beginning of the file suggests reading all of it. Nothing is decided by that. Refuses a file whose
/// beginning shows that it cannot be read.
Result<ReadingPlan> startingPlan(ByteSource& bytes, const ReadingChoices& choices, FileFacts& facts);

/// The plan that a survey of the whole file leads to, where it judges every row as `plan` does, under which
/// the survey was made; else nullopt.
std::optional<ReadingPlan> confirmedPlan(const ReadingPlan& plan, const Survey& survey,
                                         const ReadingChoices& choices);

/// Surveys the whole file and decides. `path` serves the symbol only. Fills `facts` as far as it gets.
/// Refuses every file that import cannot know how to read, with a code, the reason and the remedy.
Result<PreparedImport> prepareImport(ByteSource& bytes, std::string_view path, const ReadingChoices& choices,
                                     ImportProgress& progress, FileFacts& facts);

} // namespace rotascope
