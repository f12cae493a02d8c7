// What people decided about the data: accepted findings and splits.
#pragma once

#include "core/market/split.h"
#include "core/store/judgements.h"
#include "db/sqlite/connection.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rotascope {

/// By symbol, rule and date; empty for a desk of an older version that cannot be brought up to date.
std::vector<AcceptedFinding> acceptedFindingRows(const sqlite::Connection& desk);
void putAcceptedFinding(const sqlite::Connection& desk, const AcceptedFinding& accepted);
/// False when it is not there.
bool dropAcceptedFinding(const sqlite::Connection& desk, const FindingKey& finding);

/// By date, then scope. With `notedBy` only those noted on that date (UTC) or earlier.
std::vector<Split> splitRows(const sqlite::Connection& desk, std::string_view symbol,
                             std::optional<Date> notedBy);
std::vector<Symbol> splitSymbols(const sqlite::Connection& desk);
void putSplit(const sqlite::Connection& desk, std::string_view symbol, const Split& split);
/// False when there is none.
bool dropSplits(const sqlite::Connection& desk, std::string_view symbol, Date date,
                std::optional<SplitScope> scope);

} // namespace rotascope
