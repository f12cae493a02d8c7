// Where a desk lies, as far as that endangers it: SQLite's locks do not hold on network drives, and programs
// that synchronise folders copy a desk while it is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

/// The service that synchronises a folder on the path ("Dropbox"), by the folder's name; empty for none.
std::string_view synchronisedBy(std::string_view path);

/// A sentence for whoever opens the desk there; nullopt on a local disk of one's own.
std::optional<std::string> placeWarning(const std::string& path);

} // namespace rotascope
