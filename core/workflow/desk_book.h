// What a desk knows beside its values, as a table: names, kinds and units, when series become known, accepted
// findings, splits, settings, baskets, chain, pairs, profiles. Exported and imported after the values, it
// makes an empty desk the same as the one it came from.
#pragma once

#include "core/base/result.h"
#include "core/csv/byte_source.h"
#include "core/store/market_store.h"
#include "core/workflow/import_files.h"

#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

/// The first line of a book.
constexpr std::string_view kDeskBookHeader = "Entry,Symbol,Cadence,Field,First,Last,Value,Text,Noted";

/// What an outcome's format is called.
constexpr std::string_view kDeskBookFormat = "desk_book";

/// The whole book as CSV.
Result<std::string> deskBook(MarketStore& store);

/// The whole text of a book; nullopt for any other file, which then stands at its beginning again.
Result<std::optional<std::string>> deskBookIn(ByteSource& file);

/// Takes a book into the desk, in one transaction. A row counts as stored where it changed something, as
/// unchanged where the desk says so already, as rejected where it cannot be understood or the desk lacks its
/// instrument; `out` holds the account and the issues. Nothing is changed in a dry run.
Result<void> takeDeskBook(MarketStore& store, std::string_view text, bool dryRun, FileImport& out);

} // namespace rotascope
