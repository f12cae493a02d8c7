// A long table of tickers read once instead of twice: its records go to the store while the survey is still
// under way, under the plan that its beginning suggests. The survey of the whole file has the last word, as
// always: where it would have judged a single row otherwise, nothing may be kept of this reading.
#pragma once

#include "core/import/record_reader.h"

#include <optional>

namespace rotascope {

/// Only a table with a ticker column and one series per ticker: there a target is known by its first row.
bool maySinglePass(const ReadingPlan& plan, const ReadingChoices& choices);

/// Surveys and reads in one go. What is returned is what prepareImport() would have come to, `account` what
/// readRecords() would have noted, and the records went to `sink` with their targets joining on the way.
/// Fills `facts`. Nullopt: the store must forget the records, and the file is to be read the usual way; that
/// also tells what is wrong with a file that cannot be read at all.
std::optional<PreparedImport> singlePass(const ImportPass& pass, const ReadingChoices& choices,
                                         FileFacts& facts, ReadAccount& account, const BlockSink& sink);

} // namespace rotascope
