// Which files an analysis stands on: the one `provenance` object of a command's JSON.
#pragma once

#include "app/cli/context.h"
#include "app/cli/json_text.h"
#include "core/store/market_store.h"

#include <functional>
#include <span>
#include <string>

namespace rotascope::cli {

/// A command's JSON as text: `object` with "demo" and the provenance of `symbols`.
Result<std::string> printedWithProvenance(Json object, MarketStore& store, const DeskInfo& desk,
                                          std::span<const Symbol> symbols);

/// A result in both dresses; only the one that is asked for is made.
struct Answer {
    std::function<std::string()> text;
    std::function<Json()> json;
};

/// What a command prints: the text, or with --json the object with provenance of `symbols`.
Result<Output> answer(const Context& context, OpenMarket& market, std::span<const Symbol> symbols,
                      std::vector<std::string> notes, const Answer& answer);

/// {"files": [{import_id, path, sha256, symbols, first, last, imported_at}], "desk": …} of the imports, not
/// undone, that hold values of `symbols`.
Result<Json> provenanceOf(MarketStore& store, const DeskInfo& desk, std::span<const Symbol> symbols);

} // namespace rotascope::cli
