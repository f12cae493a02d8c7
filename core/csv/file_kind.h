// ★ Files that are no CSV at all, recognised by their first bytes.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string_view>

namespace rotascope {

/// Why a file that starts with these bytes is no CSV and what to do instead; nullopt for text. `start` is the
/// raw beginning of the file, at most a few kilobytes of it are looked at.
std::optional<Error> notCsv(std::string_view start);

} // namespace rotascope
